package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One measure over time.
 *
 * @param name one of the constants here, or another lower-kebab-case name
 * @param workload it is of, null (and left out) when it is of the whole run
 * @param region it is of, null (and left out) when it is of no region
 * @param unit {@code 1/s}, {@code share}, {@code s} or {@code count}
 * @param values one per bucket, null where there was no sample
 */
public record Series(
        @JsonProperty(required = true) String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) String workload,
        @JsonInclude(JsonInclude.Include.NON_NULL) String region,
        @JsonProperty(required = true) String unit,
        @JsonProperty(required = true) List<Double> values) {
    /** Transactions begun, per second. */
    public static final String OFFERED = "offered";
    /** Attempts that committed, per second, by the time they ended. */
    public static final String COMMITTED = "committed";
    /** Attempts that were aborted, per second, by the time they ended. */
    public static final String ABORTED = "aborted";
    /** Attempts that failed or whose outcome is unknown, per second, by the time they ended. */
    public static final String FAILED = "failed";
    /** Share of the transactions begun in the bucket that succeeded. */
    public static final String AVAILABILITY = "availability";
    /** Median latency in seconds of the transactions that ended in the bucket. */
    public static final String LATENCY_P50 = "latency-p50";
    /** 90th percentile of the same. */
    public static final String LATENCY_P90 = "latency-p90";
    /** 99th percentile of the same. */
    public static final String LATENCY_P99 = "latency-p99";

    /** How far the time up to which storage of a region is complete lies behind, at the end of the bucket. */
    public static final String WATERMARK_LAG = "watermark-lag";
    /** The widest bound of a clock of a region, at the end of the bucket. */
    public static final String CLOCK_BOUND = "clock-bound";

    public Series {
        values = Frozen.samples(values);
    }

    /** Of a workload, or of the whole run. */
    public Series(String name, String workload, String unit, List<Double> values) {
        this(name, workload, null, unit, values);
    }
}
