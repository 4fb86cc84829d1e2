package dsqlsim.measure;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Operation;
import dsqlsim.txn.Plan;

/** Transactions, attempts and latencies as clients see them, per workload in each phase that they began in. */
final class ClientCounts implements Observer {
    private static final long OVERDUE_NANOS = 1_000_000_000L;

    private final MeasurePlan plan;
    private final Phases phases;
    private final RecoveryTimes recoveries;
    private final TimelineCounts timeline;
    private final Tally[][] tallies;
    private final OpenTransactions open;
    private final Buckets buckets;
    private final Duplicates duplicates = new Duplicates();

    ClientCounts(MeasurePlan plan, Phases phases, RecoveryTimes recoveries, TimelineCounts timeline) {
        this.plan = plan;
        this.phases = phases;
        this.recoveries = recoveries;
        this.timeline = timeline;
        this.open = new OpenTransactions(plan.workloads().size());
        this.buckets = new Buckets(plan, phases, open);
        this.tallies = new Tally[phases.count()][plan.workloads().size()];
        for (int phase = 0; phase < tallies.length; phase++) {
            clearTallies(phase);
        }
    }

    @Override
    public void offered(int workload, int region, long transaction, Plan wanted, long now) {
        buckets.advance(workload, now);
        for (int phase : phases.at(now)) {
            tallies[phase][workload].offered++;
        }
        open.add(workload, transaction, now, recoveries.offered(region, wanted, now));
        buckets.begin(workload, now);
        timeline.of(workload).offered(now);
    }

    @Override
    public void started(Attempt attempt) {
        for (int phase : phases.at(attempt.startedAt)) {
            tallies[phase][attempt.plan.workload].attempts++;
        }
        duplicates.started(attempt);
    }

    /** Whole transactions are timed in {@link #finished}, not here. */
    @Override
    public void answered(Attempt attempt, Operation operation, long from, long now) {
        int workload = attempt.plan.workload;
        if (operation == Operation.TRANSACTION) {
            return;
        }
        for (int phase : phases.at(from)) {
            tallies[phase][workload].record(operation, now - from);
        }
        if (operation == Operation.COMMIT) {
            timeline.of(workload).commitAnswered(now - from, now);
        }
    }

    @Override
    public void ended(Attempt attempt) {
        int workload = attempt.plan.workload;
        for (int phase : phases.at(attempt.startedAt)) {
            tallies[phase][workload].ended(attempt.outcome, attempt.plan.writes());
        }
        timeline.of(workload).ended(attempt.outcome, attempt.endedAt);
        duplicates.ended(attempt);
    }

    @Override
    public void delivered(int place, int shard, long sequence, long timestamp, long attempt, int[] rows, long now) {
        duplicates.delivered(shard, sequence, attempt);
    }

    @Override
    public void finished(long transaction, Attempt last, boolean succeeded, int attempts) {
        finish(transaction, last.plan, last.region, last.offeredAt, last.endedAt, succeeded);
        if (duplicates.finished(last, succeeded) > 0) {
            for (int phase : phases.at(last.offeredAt)) {
                tallies[phase][last.plan.workload].duplicates++;
            }
        }
    }

    @Override
    public void finishedWithoutAttempt(
            long transaction, int workload, int region, Plan wanted, long offeredAt, long now) {
        finish(transaction, wanted, region, offeredAt, now, false);
    }

    @Override
    public void abandoned(long attempt, int workload, long now) {
        for (int phase : phases.at(now)) {
            tallies[phase][workload].abandoned++;
        }
    }

    /** The run is over: what is open is overdue, or left out of availability. */
    void finish(long now) {
        for (int w = 0; w < plan.workloads().size(); w++) {
            int workload = w;
            buckets.advance(w, now);
            open.each(w, offeredAt -> settle(workload, offeredAt, now));
        }
        buckets.finish(now);
    }

    void clear(int phase) {
        clearTallies(phase);
        buckets.clear(phase);
    }

    Tally of(int workload, int phase) {
        return tallies[phase][workload];
    }

    /** The sum over all workloads of a scope. */
    Tally of(Scope scope, int phase) {
        Tally sum = new Tally();
        for (int w = 0; w < tallies[phase].length; w++) {
            if (scope.contains(w, plan.workloads().get(w).region())) {
                sum.add(tallies[phase][w]);
            }
        }
        return sum;
    }

    Double availabilityByTime(Scope scope, int phase) {
        return buckets.share(scope, phase);
    }

    private void finish(long transaction, Plan wanted, int region, long offeredAt, long now, boolean succeeded) {
        int workload = wanted.workload;
        long nanos = now - offeredAt;
        boolean inTime = succeeded && nanos <= plan.workloads().get(workload).deadlineNanos();
        buckets.advance(workload, now);
        for (int phase : phases.at(offeredAt)) {
            tallies[phase][workload].finished(succeeded, inTime, nanos);
        }
        recoveries.finished(region, wanted, open.remove(workload, transaction), offeredAt, now, succeeded);
        buckets.end(workload, offeredAt, inTime);
        timeline.of(workload).finished(offeredAt, inTime);
        if (succeeded) {
            timeline.of(workload).succeeded(nanos, now);
        }
    }

    private void settle(int workload, long offeredAt, long now) {
        long deadline = plan.workloads().get(workload).deadlineNanos();
        boolean overdue = now - offeredAt >= (deadline == MeasurePlan.NONE ? OVERDUE_NANOS : deadline);
        for (int phase : phases.at(offeredAt)) {
            tallies[phase][workload].open++;
            tallies[phase][workload].overdue += overdue ? 1 : 0;
        }
        if (overdue) {
            buckets.end(workload, offeredAt, false);
            timeline.of(workload).finished(offeredAt, false);
        } else {
            buckets.leaveOut(workload, offeredAt);
        }
    }

    private void clearTallies(int phase) {
        for (int w = 0; w < tallies[phase].length; w++) {
            tallies[phase][w] = new Tally();
        }
    }
}
