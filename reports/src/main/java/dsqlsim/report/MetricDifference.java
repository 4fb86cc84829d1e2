package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * How one metric differs between two runs, or between two designs over paired replications.
 *
 * @param architecture of {@code b}; null (and left out) where no designs are compared
 * @param against the architecture of {@code a}; null (and left out) where no designs are compared
 * @param name as in expectations
 * @param unit {@code s}, {@code share}, {@code count}, {@code 1/s} or {@code USD}
 * @param a null without a sample; the mean with replications
 * @param difference {@code b - a}; null if either is
 * @param interval 95 % confidence interval of the mean paired difference; its ends are null without replications
 */
@JsonPropertyOrder({"architecture", "against", "name", "unit", "a", "b", "difference", "interval"})
public record MetricDifference(
        @JsonInclude(JsonInclude.Include.NON_NULL) String architecture,
        @JsonInclude(JsonInclude.Include.NON_NULL) String against,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String unit,
        @JsonProperty(required = true) Double a,
        @JsonProperty(required = true) Double b,
        @JsonProperty(required = true) Double difference,
        @JsonProperty(required = true) Interval interval) {

    /** Whether the two differ at all; with replications, whether the interval leaves zero out. */
    public boolean real() {
        if (difference == null || difference == 0) {
            return difference == null && (a == null) != (b == null);
        }
        return interval.low() == null || interval.low() > 0 || interval.high() < 0;
    }
}
