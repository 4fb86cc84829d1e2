package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The run over time, in buckets of equal length.
 *
 * @param bucket length of a bucket in seconds
 * @param from start of the first bucket in seconds
 * @param heatmaps how latencies were spread over time, one for each workload
 * @param topology where everything is; null in files of older versions
 */
public record Timeline(
        @JsonProperty(required = true) double bucket,
        @JsonProperty(required = true) double from,
        @JsonProperty(required = true) List<Series> series,
        List<Heatmap> heatmaps,
        @JsonInclude(JsonInclude.Include.NON_NULL) Topology topology) {

    public Timeline {
        series = Frozen.list(series);
        heatmaps = Frozen.list(heatmaps);
    }

    /** Series and nothing else. */
    public Timeline(double bucket, double from, List<Series> series) {
        this(bucket, from, series, List.of(), null);
    }

    /** The same, with the places. */
    public Timeline with(Topology places) {
        return new Timeline(bucket, from, series, heatmaps, places);
    }
}
