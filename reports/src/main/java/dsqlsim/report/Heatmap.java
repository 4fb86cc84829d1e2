package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How latencies were spread, over time.
 *
 * @param name what is counted: {@code transaction-latency}
 * @param bucket length of a column in seconds; the first begins where the timeline does
 * @param bounds the limits of the rows in seconds, one more than there are rows; the last row has all that is above its lower limit
 * @param counts for each column how many fell into each row
 */
public record Heatmap(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String workload,
        @JsonProperty(required = true) double bucket,
        @JsonProperty(required = true) List<Double> bounds,
        @JsonProperty(required = true) List<List<Integer>> counts) {
    public Heatmap {
        bounds = Frozen.list(bounds);
        counts = Frozen.list(counts);
    }
}
