package dsqlsim.run;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Operation;
import dsqlsim.txn.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Who serves what at the endpoint of one region, as its clients see it: acknowledged writes by the time they were acknowledged, and
 * first answers with data by the time their transaction was begun.
 */
final class ServiceWatch implements Observer {
    private final int endpoint;
    private final List<Long> writesAt = new ArrayList<>();
    private final List<Long> readsBegunAt = new ArrayList<>();
    private final List<Long> evictionsAt = new ArrayList<>();

    ServiceWatch(int endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void answered(Attempt attempt, Operation operation, long from, long now) {
        boolean data = operation == Operation.READ || operation == Operation.STATEMENT;
        if (attempt.endpoint == endpoint && data) {
            readsBegunAt.add(attempt.beganAt);
        }
    }

    @Override
    public void ended(Attempt attempt) {
        if (attempt.endpoint == endpoint && attempt.outcome == Outcome.COMMITTED && !attempt.plan.readOnly()) {
            writesAt.add(attempt.endedAt);
        }
    }

    @Override
    public void happened(String type, int node, int shard, long epoch, long now) {
        if (type.equals("eviction-decided")) {
            evictionsAt.add(now);
        }
    }

    /** When a region was voted out for the first time, in nanoseconds, or -1. */
    long evictedAt() {
        return evictionsAt.isEmpty() ? -1 : evictionsAt.get(0);
    }

    long writes(long from, long to) {
        return count(writesAt, from, to);
    }

    long reads(long from, long to) {
        return count(readsBegunAt, from, to);
    }

    private static long count(List<Long> times, long from, long to) {
        return times.stream().filter(each -> each > from && each <= to).count();
    }
}
