package dsqlsim.measure;

import dsqlsim.report.LostTransaction;
import dsqlsim.report.RecoveryPoint;
import dsqlsim.txn.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** What one fault has cost: acknowledged commits that are gone. */
final class Loss {
    private static final int SHOWN = 100;
    private static final long NEVER = -1;

    private record Lost(long attempt, long acknowledgedAt, Plan plan) {}

    private final List<Lost> shown = new ArrayList<>();
    private long lost;
    private long unavailable;
    private long earliest = Long.MAX_VALUE;
    private long latest;
    private long injectedAt = NEVER;

    /** The fault was injected, or injected again: losses found from now on are counted from here. */
    void injected(long now) {
        injectedAt = now;
    }

    /** When the fault was injected last; -1 if it was not. */
    long injectedAt() {
        return injectedAt;
    }

    void lost(long attempt, long acknowledgedAt, Plan plan) {
        lost++;
        earliest = Math.min(earliest, acknowledgedAt);
        latest = Math.max(latest, Math.max(injectedAt, acknowledgedAt));
        if (shown.size() < SHOWN) {
            shown.add(new Lost(attempt, acknowledgedAt, plan));
        }
    }

    /** So many were out of reach at one audit: the most of all audits counts. */
    void unavailable(long count) {
        unavailable = Math.max(unavailable, count);
    }

    long count() {
        return lost;
    }

    /** From the earliest lost acknowledgement to the injection, or the last lost one if later; 0 when nothing is lost. */
    double seconds() {
        return lost == 0 ? 0 : (latest - earliest) / 1e9;
    }

    /** One sentence on the first that was lost, or null. */
    String evidence() {
        if (shown.isEmpty()) {
            return null;
        }
        Lost first = shown.get(0);
        return String.format(
                Locale.ROOT,
                "attempt #%d was acknowledged at %.6f s and can't be found any more",
                first.attempt,
                first.acknowledgedAt / 1e9);
    }

    RecoveryPoint point(MeasurePlan plan, IntFunction<String> keys) {
        return new RecoveryPoint(
                lost,
                unavailable,
                seconds(),
                shown.stream().map(each -> transaction(each, plan, keys)).toList());
    }

    private static LostTransaction transaction(Lost lost, MeasurePlan plan, IntFunction<String> keys) {
        List<String> written = new ArrayList<>();
        for (int i = lost.plan.reads; i < lost.plan.rows.length; i++) {
            written.add(keys.apply(lost.plan.rows[i]));
        }
        return new LostTransaction(
                Long.toHexString(lost.attempt),
                plan.workloads().get(lost.plan.workload).name(),
                lost.acknowledgedAt / 1e9,
                written);
    }
}
