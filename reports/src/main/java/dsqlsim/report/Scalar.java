package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The distribution of one number over the replications of a run; statistics are null without a sample.
 *
 * @param name such as {@code rto(us-east-1, write)}
 * @param count replications in which it had a value
 * @param interval 95 % confidence interval of the mean
 * @param values one per replication, in order, null where there was none
 */
public record Scalar(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) int count,
        @JsonProperty(required = true) Double mean,
        @JsonProperty(required = true) Double sd,
        @JsonProperty(required = true) Double min,
        @JsonProperty(required = true) Double max,
        @JsonProperty(required = true) Double p50,
        @JsonProperty(required = true) Double p90,
        @JsonProperty(required = true) Double p95,
        @JsonProperty(required = true) Double p99,
        @JsonProperty(required = true) Interval interval,
        @JsonProperty(required = true) List<Double> values) {

    public Scalar {
        values = Frozen.samples(values);
    }
}
