package dsqlsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The timeline in fewer, longer buckets: for a picture, a table, or a page of a bounded size. */
final class Coarse {
    private static final Set<String> PEAKS = Set.of(
            Series.LATENCY_P90,
            Series.LATENCY_P99,
            Series.WATERMARK_LAG,
            Series.CLOCK_BOUND); // Looked up, never iterated.

    private final Timeline timeline;
    private final int factor;

    /** Joins {@code factor} buckets into one. */
    Coarse(Timeline timeline, int factor) {
        this.timeline = timeline;
        this.factor = Math.max(1, factor);
    }

    /** With at most so many buckets. */
    static Coarse atMost(Timeline timeline, int buckets) {
        return new Coarse(timeline, (length(timeline) + buckets - 1) / Math.max(1, buckets));
    }

    static int length(Timeline timeline) {
        return timeline.series().stream()
                .mapToInt(series -> series.values().size())
                .max()
                .orElse(0);
    }

    int length() {
        return (length(timeline) + factor - 1) / factor;
    }

    /** Seconds. */
    double bucket() {
        return timeline.bucket() * factor;
    }

    /** Seconds at which a bucket starts. */
    double start(int bucket) {
        return timeline.from() + bucket * bucket();
    }

    /** Seconds at which the timeline ends. */
    double end() {
        return timeline.from() + length(timeline) * timeline.bucket();
    }

    List<String> workloads() {
        return timeline.series().stream()
                .map(Series::workload)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    Timeline all() {
        List<Series> series = timeline.series().stream()
                .map(one -> new Series(one.name(), one.workload(), one.region(), one.unit(), values(one)))
                .toList();
        return new Timeline(bucket(), timeline.from(), series);
    }

    /** One series, or nothing but gaps when there is none of that name and workload. */
    List<Double> values(String name, String workload) {
        return timeline.series().stream()
                .filter(series -> series.name().equals(name) && Objects.equals(series.workload(), workload))
                .findFirst()
                .map(this::values)
                .orElseGet(() -> gaps(length()));
    }

    /** The sum over all workloads. */
    List<Double> sum(String name) {
        List<Double> sum = gaps(length());
        for (Series series : timeline.series()) {
            if (series.name().equals(name)) {
                add(values(series), sum);
            }
        }
        return sum;
    }

    private static void add(List<Double> values, List<Double> sum) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                sum.set(i, values.get(i) + (sum.get(i) == null ? 0 : sum.get(i)));
            }
        }
    }

    /** Aborted / (committed + aborted) of a workload. */
    List<Double> abortRate(String workload) {
        List<Double> committed = values(Series.COMMITTED, workload);
        List<Double> aborted = values(Series.ABORTED, workload);
        List<Double> rate = new ArrayList<>();
        for (int i = 0; i < length(); i++) {
            double a = i < aborted.size() && aborted.get(i) != null ? aborted.get(i) : 0;
            double c = i < committed.size() && committed.get(i) != null ? committed.get(i) : 0;
            rate.add(a + c == 0 ? null : a / (a + c));
        }
        return rate;
    }

    /** Means of buckets with a sample; for a high percentile the highest, so that no peak disappears. */
    private List<Double> values(Series series) {
        boolean peak = PEAKS.contains(series.name());
        List<Double> coarse = new ArrayList<>();
        for (int from = 0; from < series.values().size(); from += factor) {
            int to = Math.min(series.values().size(), from + factor);
            coarse.add(joined(series.values().subList(from, to), peak));
        }
        return coarse;
    }

    private static Double joined(List<Double> values, boolean peak) {
        var samples =
                values.stream().filter(Objects::nonNull).collect(Collectors.summarizingDouble(Double::doubleValue));
        return samples.getCount() == 0 ? null : (Double) (peak ? samples.getMax() : samples.getAverage());
    }

    private static List<Double> gaps(int length) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            gaps.add(null);
        }
        return gaps;
    }
}
