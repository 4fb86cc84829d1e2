package dsqlsim.measure;

import dsqlsim.report.Heatmap;
import dsqlsim.report.Series;
import dsqlsim.report.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The run in at most 3,000 buckets of equal length, from 0.1 s on, warm-up included. Runs that end by count have none. */
final class TimelineCounts {
    private static final int BUCKETS_MAX = 3_000;
    private static final long SHORTEST_NANOS = 100_000_000L;
    private static final int[] FACTORS = {1, 2, 5};

    private final long bucketNanos;
    private final int buckets;
    private final WorkloadOverTime[] workloads;
    private final SystemOverTime system;

    TimelineCounts(MeasurePlan plan) {
        boolean timed = plan.timed();
        bucketNanos = timed ? bucketNanos(plan.durationNanos()) : SHORTEST_NANOS;
        buckets = timed ? bucketsIn(plan.durationNanos(), bucketNanos) : 0;
        system = new SystemOverTime(plan, bucketNanos, buckets);
        workloads = new WorkloadOverTime[plan.workloads().size()];
        for (int w = 0; w < workloads.length; w++) {
            workloads[w] = new WorkloadOverTime(plan.workloads().get(w).name(), bucketNanos, buckets);
        }
    }

    WorkloadOverTime of(int workload) {
        return workloads[workload];
    }

    SystemOverTime system() {
        return system;
    }

    /** Up to the bucket in which the run ended. */
    Timeline timeline(long end) {
        int filled = Math.min(buckets, bucketsIn(end, bucketNanos));
        List<Series> all = new ArrayList<>();
        for (WorkloadOverTime workload : workloads) {
            if (filled > 0) {
                all.addAll(workload.series(filled));
            }
        }
        system.advance(end);
        all.addAll(system.series(filled));
        List<Heatmap> heat = Arrays.stream(workloads)
                .map(each -> each.heatmap(end))
                .filter(Objects::nonNull)
                .toList();
        return new Timeline(bucketNanos / 1e9, 0, all, heat, null);
    }

    /** The shortest of 0.1, 0.2, 0.5, 1, 2, 5... s that gives few enough buckets. */
    private static long bucketNanos(long duration) {
        for (long decade = SHORTEST_NANOS; ; decade *= 10) {
            for (int factor : FACTORS) {
                if (bucketsIn(duration, decade * factor) <= BUCKETS_MAX) {
                    return decade * factor;
                }
            }
        }
    }

    private static int bucketsIn(long duration, long bucket) {
        return (int) Math.min(Integer.MAX_VALUE, duration / bucket + (duration % bucket == 0 ? 0 : 1));
    }
}
