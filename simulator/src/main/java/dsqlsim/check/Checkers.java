package dsqlsim.check;

import dsqlsim.measure.DurabilityAudit;
import dsqlsim.report.SafetyResult;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Plan;
import java.util.List;
import java.util.function.Predicate;

/** All safety checks of a run, and who of them hears what. */
public final class Checkers implements Observer {
    private final List<Checker> all;
    private final Observer[] transactions;
    private final Observer[] ends;
    private final Observer[] leaders;
    private final Observer[] places;
    private final Observer[] clocks;

    /** One line each, in the order of results; {@code serializable} asks for more than snapshot isolation. Snapshot isolation comes before those that use its history of rows. */
    public Checkers(DurabilityAudit audit, boolean serializable) {
        RowHistory rows = new RowHistory();
        all = List.of(
                new Durability(audit),
                new Atomicity(),
                new SnapshotIsolation(rows, serializable),
                new LinearizableReads(rows),
                new OneLeaderPerEpoch(),
                new MonotoneCommits(),
                new PromiseKept(),
                new Convergence(),
                new ClockBound(),
                new Conservation());
        transactions = hearing(Checker.Hears.TRANSACTIONS);
        ends = hearing(Checker.Hears.ENDS);
        leaders = hearing(Checker.Hears.LEADERS);
        places = hearing(Checker.Hears.PLACES);
        clocks = hearing(Checker.Hears.CLOCKS);
    }

    /** The run is over at {@code now}; the audit has been finished before. */
    public void finish(long now) {
        all.forEach(checker -> checker.finish(now));
    }

    /** The verdicts; a check that the architecture does not promise is reported and judged no further. */
    public List<SafetyResult> results(Predicate<String> promised) {
        return all.stream()
                .map(checker -> checker.findings().result(checker.id(), promised.test(checker.id())))
                .toList();
    }

    @Override
    public void offered(int workload, int region, long transaction, Plan plan, long now) {
        for (Observer each : transactions) {
            each.offered(workload, region, transaction, plan, now);
        }
    }

    @Override
    public void started(Attempt attempt) {
        for (Observer each : transactions) {
            each.started(attempt);
        }
    }

    @Override
    public void finished(long transaction, Attempt last, boolean succeeded, int attempts) {
        for (Observer each : transactions) {
            each.finished(transaction, last, succeeded, attempts);
        }
    }

    @Override
    public void finishedWithoutAttempt(
            long transaction, int workload, int region, Plan plan, long offeredAt, long now) {
        for (Observer each : transactions) {
            each.finishedWithoutAttempt(transaction, workload, region, plan, offeredAt, now);
        }
    }

    @Override
    public void ended(Attempt attempt) {
        for (Observer each : ends) {
            each.ended(attempt);
        }
    }

    @Override
    public void leads(int shard, int node, long epoch, long now) {
        for (Observer each : leaders) {
            each.leads(shard, node, epoch, now);
        }
    }

    @Override
    public void appended(int shard, long epoch, long sequence, long timestamp, long attempt, long now) {
        for (Observer each : leaders) {
            each.appended(shard, epoch, sequence, timestamp, attempt, now);
        }
    }

    @Override
    public void delivered(int place, int shard, long sequence, long timestamp, long attempt, int[] rows, long now) {
        for (Observer each : places) {
            each.delivered(place, shard, sequence, timestamp, attempt, rows, now);
        }
    }

    @Override
    public void promised(int place, int shard, long floor, long now) {
        for (Observer each : places) {
            each.promised(place, shard, floor, now);
        }
    }

    @Override
    public void restored(int place, int shard, long sequence, long now) {
        for (Observer each : places) {
            each.restored(place, shard, sequence, now);
        }
    }

    @Override
    public void clockLied(int node, long errorNanos, long now) {
        for (Observer each : clocks) {
            each.clockLied(node, errorNanos, now);
        }
    }

    private Observer[] hearing(Checker.Hears what) {
        return all.stream().filter(checker -> checker.hears().contains(what)).toArray(Observer[]::new);
    }
}
