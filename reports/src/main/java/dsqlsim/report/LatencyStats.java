package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A latency distribution, in seconds: count, moments and extremes exact, quantiles at 3 significant digits. All but the count
 * are null when there is no sample.
 */
@JsonPropertyOrder({"count", "min", "mean", "sd", "p50", "p90", "p99", "p99.9", "max"})
public record LatencyStats(
        @JsonProperty(required = true) long count,
        @JsonProperty(required = true) Double min,
        @JsonProperty(required = true) Double mean,
        @JsonProperty(required = true) Double sd,
        @JsonProperty(required = true) Double p50,
        @JsonProperty(required = true) Double p90,
        @JsonProperty(required = true) Double p99,
        @JsonProperty(value = "p99.9", required = true) Double p999,
        @JsonProperty(required = true) Double max) {
    /** What is said of no sample at all. */
    public static final LatencyStats NONE = new LatencyStats(0, null, null, null, null, null, null, null, null);
}
