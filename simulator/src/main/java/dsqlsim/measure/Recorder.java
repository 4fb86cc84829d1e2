package dsqlsim.measure;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Incident;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Operation;
import dsqlsim.txn.Plan;
import dsqlsim.txn.Survivors;
import java.util.function.IntToDoubleFunction;

/**
 * Measures a run: is told what happens and hands it to the measures, each in its own file. Once {@link #finish} was called,
 * {@link Measures} answers what was found.
 */
public final class Recorder implements Observer {
    final MeasurePlan plan;
    final Phases phases;
    final ClientCounts clients;
    final Waits waits;
    final Incidents incidents;
    final Marks marks = new Marks();
    final CacheReads cacheReads;
    final LeaderChanges leaders = new LeaderChanges();
    final HotKeys hotKeys = new HotKeys();
    final TimelineCounts timeline;
    final RecoveryTimes recoveries;
    final DurabilityAudit audit;
    final FaultWindows windows;
    private long endNanos;

    public Recorder(MeasurePlan plan, Survivors survivors) {
        this.plan = plan;
        phases = new Phases(plan);
        cacheReads = new CacheReads(phases, plan.regions().size());
        waits = new Waits(phases, plan.regions().size());
        incidents = new Incidents(phases, plan.regions().size());
        timeline = new TimelineCounts(plan);
        audit = new DurabilityAudit(plan.faults().size(), survivors);
        recoveries = new RecoveryTimes(plan, marks, audit::recovered);
        windows = new FaultWindows(plan.faults().size());
        clients = new ClientCounts(plan, phases, recoveries, timeline);
    }

    /** The audit of acknowledged commits, for the checker of durability. */
    public DurabilityAudit audit() {
        return audit;
    }

    /** Who knows the widest bound of a region's clocks just now, in seconds. */
    public void clocks(IntToDoubleFunction bound) {
        timeline.system().clocks(bound);
    }

    @Override
    public void offered(int workload, int region, long transaction, Plan wanted, long now) {
        timeline.system().advance(now);
        clients.offered(workload, region, transaction, wanted, now);
    }

    @Override
    public void started(Attempt attempt) {
        clients.started(attempt);
        recoveries.started(attempt);
    }

    @Override
    public void answered(Attempt attempt, Operation operation, long from, long now) {
        clients.answered(attempt, operation, from, now);
    }

    @Override
    public void ended(Attempt attempt) {
        if (attempt.startedAt >= plan.warmupNanos()) {
            hotKeys.ended(attempt);
        }
        clients.ended(attempt);
        recoveries.ended(attempt);
        audit.ended(attempt);
    }

    @Override
    public void finished(long transaction, Attempt last, boolean succeeded, int attempts) {
        clients.finished(transaction, last, succeeded, attempts);
    }

    @Override
    public void finishedWithoutAttempt(
            long transaction, int workload, int region, Plan wanted, long offeredAt, long now) {
        clients.finishedWithoutAttempt(transaction, workload, region, wanted, offeredAt, now);
    }

    @Override
    public void connected(int workload, int region, int endpoint, long from, long now, boolean succeeded) {
        recoveries.connected(region, endpoint, from, now, succeeded);
    }

    @Override
    public void abandoned(long attempt, int workload, long now) {
        clients.abandoned(attempt, workload, now);
    }

    @Override
    public void readWaited(int region, long waitNanos, long now) {
        waits.record(Waits.Kind.READ, region, waitNanos, now);
    }

    @Override
    public void lockWaited(int region, long waitNanos, long now) {
        waits.record(Waits.Kind.LOCK, region, waitNanos, now);
    }

    @Override
    public void replicated(int region, long lagNanos, long now) {
        waits.record(Waits.Kind.REPLICATION, region, lagNanos, now);
    }

    @Override
    public void commitWaited(int shard, long quorumNanos, long clockNanos, long now) {
        waits.record(Waits.Kind.QUORUM, 0, quorumNanos, now);
        waits.record(Waits.Kind.COMMIT, 0, clockNanos, now);
        leaders.commitWaited(shard, quorumNanos, clockNanos, now);
    }

    @Override
    public void leads(int shard, int node, long epoch, long now) {
        leaders.leads(shard, node, epoch, now);
    }

    @Override
    public void acknowledged(int shard, long epoch, long now) {
        leaders.acknowledged(shard, epoch, now);
    }

    @Override
    public void promised(int place, int shard, long floor, long now) {
        timeline.system().promised(place, shard, floor, now);
    }

    @Override
    public void delivered(int place, int shard, long sequence, long timestamp, long attempt, int[] rows, long now) {
        timeline.system().delivered(place, shard, sequence, timestamp, attempt, rows, now);
        clients.delivered(place, shard, sequence, timestamp, attempt, rows, now);
    }

    @Override
    public void happened(String type, int node, int shard, long epoch, long now) {
        marks.happened(type, node, shard, epoch, now);
        leaders.happened(type, node, shard, epoch, now);
    }

    @Override
    public void counted(Incident what, int region, long now) {
        incidents.counted(what, region, now);
    }

    @Override
    public void cacheRead(int region, boolean hit, long now) {
        cacheReads.counted(region, hit, now);
    }

    @Override
    public void noted(String type, String subject, String detail, long now) {
        marks.noted(type, subject, detail, now);
    }

    @Override
    public void injected(int fault, long now) {
        phases.injected(fault, now);
        clients.clear(phases.after());
        waits.clear(phases.after());
        cacheReads.clear(phases.after());
        incidents.clear(phases.after());
        windows.injected(fault, now);
        marks.injected(fault, now);
        recoveries.injected(fault, now);
        audit.injected(fault, now);
    }

    @Override
    public void healed(int fault, long now) {
        phases.healed(fault, now);
        windows.healed(fault, now);
        marks.healed(fault, now);
        recoveries.healed(fault, now);
    }

    /** The run is over at {@code now}: settles what is open. To be called once, while the architecture can still be asked. */
    public void finish(long now) {
        endNanos = now;
        clients.finish(now);
        recoveries.finish(now);
        audit.finish();
    }

    /** When the run ended. */
    long endNanos() {
        return endNanos;
    }
}
