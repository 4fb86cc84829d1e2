package dsqlsim.measure;

import java.util.List;

/**
 * What the measures must know of a scenario before it runs. Indices of workloads, regions and faults are those of
 * {@link dsqlsim.txn.Observer}'s calls.
 *
 * @param durationNanos the planned end; {@link #NONE}, or a quarter of it or more, when a run ends by count, which then has
 *     no time line
 * @param warmupNanos what begins before this is left out of the statistics
 * @param stopAttempts how many attempts ended after warm-up stop the run; 0 when time does
 * @param patienceNanos no connection attempt takes longer than this
 */
public record MeasurePlan(
        long durationNanos,
        long warmupNanos,
        long stopAttempts,
        long patienceNanos,
        List<String> regions,
        List<Load> workloads,
        List<FaultEntry> faults) {

    /** No such time. */
    public static final long NONE = Long.MAX_VALUE;

    /** How long clients of connections are taken to wait at most when a scenario says nothing, in nanoseconds. */
    public static final long PATIENCE_NANOS = 30_000_000_000L;

    /**
     * A workload.
     *
     * @param region index of its region of origin
     * @param deadlineNanos of a transaction, {@link #NONE} for none
     */
    public record Load(String name, int region, long deadlineNanos) {}

    /**
     * A fault entry; its injections and healings are reported as they happen.
     *
     * @param disruption {@code application}, {@code infrastructure}, {@code zone} or {@code region}
     */
    public record FaultEntry(String id, String kind, String description, String disruption) {}

    /** Whether the run ends at a time known before. */
    public boolean timed() {
        return durationNanos < NONE / 4;
    }

    public MeasurePlan {
        regions = List.copyOf(regions);
        workloads = List.copyOf(workloads);
        faults = List.copyOf(faults);
    }
}
