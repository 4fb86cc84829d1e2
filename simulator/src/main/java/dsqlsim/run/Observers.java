package dsqlsim.run;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Incident;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Operation;
import dsqlsim.txn.Plan;

/** Two listeners as one: the first is told first. */
public final class Observers implements Observer {
    private final Observer first;
    private final Observer second;

    public Observers(Observer first, Observer second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public void offered(int workload, int region, long transaction, Plan plan, long now) {
        first.offered(workload, region, transaction, plan, now);
        second.offered(workload, region, transaction, plan, now);
    }

    @Override
    public void started(Attempt attempt) {
        first.started(attempt);
        second.started(attempt);
    }

    @Override
    public void answered(Attempt attempt, Operation operation, long from, long now) {
        first.answered(attempt, operation, from, now);
        second.answered(attempt, operation, from, now);
    }

    @Override
    public void ended(Attempt attempt) {
        first.ended(attempt);
        second.ended(attempt);
    }

    @Override
    public void finished(long transaction, Attempt last, boolean succeeded, int attempts) {
        first.finished(transaction, last, succeeded, attempts);
        second.finished(transaction, last, succeeded, attempts);
    }

    @Override
    public void finishedWithoutAttempt(
            long transaction, int workload, int region, Plan plan, long offeredAt, long now) {
        first.finishedWithoutAttempt(transaction, workload, region, plan, offeredAt, now);
        second.finishedWithoutAttempt(transaction, workload, region, plan, offeredAt, now);
    }

    @Override
    public void connected(int workload, int region, int endpoint, long from, long now, boolean succeeded) {
        first.connected(workload, region, endpoint, from, now, succeeded);
        second.connected(workload, region, endpoint, from, now, succeeded);
    }

    @Override
    public void abandoned(long attempt, int workload, long now) {
        first.abandoned(attempt, workload, now);
        second.abandoned(attempt, workload, now);
    }

    @Override
    public void readWaited(int region, long waitNanos, long now) {
        first.readWaited(region, waitNanos, now);
        second.readWaited(region, waitNanos, now);
    }

    @Override
    public void commitWaited(int shard, long quorumNanos, long clockNanos, long now) {
        first.commitWaited(shard, quorumNanos, clockNanos, now);
        second.commitWaited(shard, quorumNanos, clockNanos, now);
    }

    @Override
    public void leads(int shard, int node, long epoch, long now) {
        first.leads(shard, node, epoch, now);
        second.leads(shard, node, epoch, now);
    }

    @Override
    public void acknowledged(int shard, long epoch, long now) {
        first.acknowledged(shard, epoch, now);
        second.acknowledged(shard, epoch, now);
    }

    @Override
    public void lockWaited(int region, long waitNanos, long now) {
        first.lockWaited(region, waitNanos, now);
        second.lockWaited(region, waitNanos, now);
    }

    @Override
    public void replicated(int region, long lagNanos, long now) {
        first.replicated(region, lagNanos, now);
        second.replicated(region, lagNanos, now);
    }

    @Override
    public void appended(int shard, long epoch, long sequence, long timestamp, long attempt, long now) {
        first.appended(shard, epoch, sequence, timestamp, attempt, now);
        second.appended(shard, epoch, sequence, timestamp, attempt, now);
    }

    @Override
    public void delivered(int place, int shard, long sequence, long timestamp, long attempt, int[] rows, long now) {
        first.delivered(place, shard, sequence, timestamp, attempt, rows, now);
        second.delivered(place, shard, sequence, timestamp, attempt, rows, now);
    }

    @Override
    public void promised(int place, int shard, long floor, long now) {
        first.promised(place, shard, floor, now);
        second.promised(place, shard, floor, now);
    }

    @Override
    public void restored(int place, int shard, long sequence, long now) {
        first.restored(place, shard, sequence, now);
        second.restored(place, shard, sequence, now);
    }

    @Override
    public void clockLied(int node, long errorNanos, long now) {
        first.clockLied(node, errorNanos, now);
        second.clockLied(node, errorNanos, now);
    }

    @Override
    public void happened(String type, int node, int shard, long epoch, long now) {
        first.happened(type, node, shard, epoch, now);
        second.happened(type, node, shard, epoch, now);
    }

    @Override
    public void counted(Incident what, int region, long now) {
        first.counted(what, region, now);
        second.counted(what, region, now);
    }

    @Override
    public void cacheRead(int region, boolean hit, long now) {
        first.cacheRead(region, hit, now);
        second.cacheRead(region, hit, now);
    }

    @Override
    public void noted(String type, String subject, String detail, long now) {
        first.noted(type, subject, detail, now);
        second.noted(type, subject, detail, now);
    }

    @Override
    public void injected(int fault, long now) {
        first.injected(fault, now);
        second.injected(fault, now);
    }

    @Override
    public void healed(int fault, long now) {
        first.healed(fault, now);
        second.healed(fault, now);
    }
}
