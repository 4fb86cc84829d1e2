package dsqlsim.measure;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Operation;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import dsqlsim.txn.Survivors;
import java.util.List;

/** A run told by hand, for tests: times in milliseconds, one workload {@code orders} in region {@code east}. */
final class Run {
    static final long MS = 1_000_000L;
    static final Survivors ALL_SURVIVES = new Survivors() {
        @Override
        public Found find(long attempt, int journal, long sequence, long commit, Plan plan) {
            return Found.PRESENT;
        }

        @Override
        public boolean retains(int journal, long sequence) {
            return true;
        }
    };

    private long ids;

    static MeasurePlan plan(long durationMs, long warmupMs, String... faults) {
        List<MeasurePlan.FaultEntry> entries = java.util.Arrays.stream(faults)
                .map(id -> new MeasurePlan.FaultEntry(id, "crash", "a crash", "infrastructure"))
                .toList();
        return new MeasurePlan(
                durationMs * MS,
                warmupMs * MS,
                0,
                0,
                List.of("east", "west"),
                List.of(new MeasurePlan.Load("orders", 0, MeasurePlan.NONE)),
                entries);
    }

    static Plan write(int... rows) {
        return new Plan(0, 0, rows, 0, 0, true, 1, 0);
    }

    /** One transaction of one attempt. */
    Attempt once(Observer to, long fromMs, long toMs, Outcome outcome, int... rows) {
        long id = ++ids;
        Plan plan = write(rows);
        to.offered(0, 0, id, plan, fromMs * MS);
        Attempt attempt = new Attempt(id, plan, 1, 0, fromMs * MS, fromMs * MS);
        to.started(attempt);
        attempt.commitSentAt = fromMs * MS;
        attempt.endedAt = toMs * MS;
        attempt.outcome = outcome;
        attempt.commit = outcome == Outcome.COMMITTED ? toMs * MS : -1;
        attempt.journal = 0;
        attempt.sequence = id;
        to.answered(attempt, Operation.COMMIT, fromMs * MS, toMs * MS);
        to.ended(attempt);
        to.finished(id, attempt, outcome == Outcome.COMMITTED, 1);
        return attempt;
    }

    /** A transaction that stays open. */
    void open(Observer to, long fromMs) {
        to.offered(0, 0, ++ids, write(1), fromMs * MS);
    }
}
