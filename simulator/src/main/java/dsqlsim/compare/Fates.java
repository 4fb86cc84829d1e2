package dsqlsim.compare;

import dsqlsim.report.TransactionChanges;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import dsqlsim.workload.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How every transaction of a run fared, by its number, which is the same in a twin. */
final class Fates implements Observer {
    private static final int CAUSES_KEPT = 8;

    private final long warmupNanos;
    private final Map<Long, Fate> all = new LinkedHashMap<>();

    Fates(long warmupNanos) {
        this.warmupNanos = warmupNanos;
    }

    /** One transaction. */
    static final class Fate {
        final int workload;
        final long offeredAt;
        long endedAt = -1;
        boolean succeeded;
        int attempts;
        int aborted;
        int failed;
        final List<String> causes = new ArrayList<>(0);

        private Fate(int workload, long offeredAt) {
            this.workload = workload;
            this.offeredAt = offeredAt;
        }

        long nanos() {
            return endedAt - offeredAt;
        }

        private void ended(Outcome outcome) {
            attempts++;
            aborted += outcome.aborted() ? 1 : 0;
            failed += outcome.failed() || outcome == Outcome.UNKNOWN ? 1 : 0;
            if (outcome != Outcome.COMMITTED && causes.size() < CAUSES_KEPT) {
                causes.add(outcome.label());
            }
        }

        TransactionChanges.Fate told() {
            String outcome = endedAt < 0 ? "open" : succeeded ? "succeeded" : "gave-up";
            return new TransactionChanges.Fate(
                    outcome, endedAt < 0 ? null : (Double) (nanos() / 1e9), attempts, causes);
        }
    }

    /** By transaction, in the order in which they were offered. */
    Map<Long, Fate> all() {
        return all;
    }

    @Override
    public void offered(int workload, int region, long transaction, Plan plan, long now) {
        if (now >= warmupNanos) {
            all.put(transaction, new Fate(workload, now));
        }
    }

    @Override
    public void ended(Attempt attempt) {
        Fate fate = all.get(Ids.transactionOf(attempt.id));
        if (fate != null) {
            fate.ended(attempt.outcome);
        }
    }

    @Override
    public void finished(long transaction, Attempt last, boolean succeeded, int attempts) {
        finish(transaction, succeeded, last.endedAt);
    }

    @Override
    public void finishedWithoutAttempt(
            long transaction, int workload, int region, Plan plan, long offeredAt, long now) {
        finish(transaction, false, now);
    }

    private void finish(long transaction, boolean succeeded, long now) {
        Fate fate = all.get(transaction);
        if (fate != null) {
            fate.succeeded = succeeded;
            fate.endedAt = now;
        }
    }
}
