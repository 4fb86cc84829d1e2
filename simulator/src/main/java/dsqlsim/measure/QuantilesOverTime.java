package dsqlsim.measure;

import dsqlsim.report.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Median, 90th and 99th percentile of a latency per bucket of time, by when it ended. */
final class QuantilesOverTime {
    private final long bucketNanos;
    private final double[] p50;
    private final double[] p90;
    private final double[] p99;
    private final Latency current = new Latency();
    private int bucket;

    QuantilesOverTime(long bucketNanos, int buckets) {
        this.bucketNanos = bucketNanos;
        this.p50 = new double[buckets];
        this.p90 = new double[buckets];
        this.p99 = new double[buckets];
        Arrays.fill(p50, Double.NaN);
        Arrays.fill(p90, Double.NaN);
        Arrays.fill(p99, Double.NaN);
    }

    void record(long nanos, long now) {
        int index = (int) Math.min(p50.length, now / bucketNanos);
        if (index > bucket) {
            close();
            bucket = index;
        }
        if (index < p50.length) {
            current.record(nanos);
        }
    }

    Series median(String name, String workload, int filled) {
        close();
        return new Series(name, workload, "s", values(p50, filled));
    }

    Series middle(String name, String workload, int filled) {
        close();
        return new Series(name, workload, "s", values(p90, filled));
    }

    Series high(String name, String workload, int filled) {
        close();
        return new Series(name, workload, "s", values(p99, filled));
    }

    private void close() {
        if (current.count() > 0) {
            p50[bucket] = current.quantile(50);
            p90[bucket] = current.quantile(90);
            p99[bucket] = current.quantile(99);
            current.clear();
        }
    }

    private static List<Double> values(double[] seconds, int filled) {
        List<Double> values = new ArrayList<>(filled);
        for (int i = 0; i < filled; i++) {
            values.add(Double.isNaN(seconds[i]) ? null : (Double) seconds[i]);
        }
        return values;
    }
}
