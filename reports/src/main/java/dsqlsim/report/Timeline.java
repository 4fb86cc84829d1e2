package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The run over time, in buckets of equal length.
 *
 * @param bucket length of a bucket in seconds
 * @param from start of the first bucket in seconds
 */
public record Timeline(
        @JsonProperty(required = true) double bucket,
        @JsonProperty(required = true) double from,
        @JsonProperty(required = true) List<Series> series) {

    public Timeline {
        series = Frozen.list(series);
    }
}
