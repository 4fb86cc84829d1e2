package dsqlsim.check;

import dsqlsim.kernel.LongMap;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Plan;
import java.util.EnumSet;
import java.util.Set;

/**
 * Nothing appears from nowhere or vanishes: what is offered is finished once or still open, what is started ends once or is
 * still open; and Little's law holds to the nanosecond: the time integral of how many are open is the sum of the times that
 * each was.
 */
final class Conservation implements Checker {
    private final Findings findings = new Findings();
    private final LongMap open = new LongMap();
    private final LongMap attempts = new LongMap();
    private long offered;
    private long finished;
    private long lastNanos;
    private long areaNanos;
    private long sojournNanos;
    private long openSince;

    @Override
    public String id() {
        return "conservation";
    }

    @Override
    public Set<Hears> hears() {
        return EnumSet.of(Hears.TRANSACTIONS, Hears.ENDS);
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void offered(int workload, int region, long transaction, Plan plan, long now) {
        findings.examined();
        advance(now);
        if (open.contains(transaction)) {
            findings.found("offered-twice", "transaction #%d was offered twice", transaction);
        }
        open.put(transaction, now);
        openSince += now;
        offered++;
    }

    @Override
    public void finished(long transaction, Attempt last, boolean succeeded, int attempts) {
        finish(transaction, last.offeredAt, last.endedAt);
    }

    @Override
    public void finishedWithoutAttempt(
            long transaction, int workload, int region, Plan plan, long offeredAt, long now) {
        finish(transaction, offeredAt, now);
    }

    @Override
    public void started(Attempt attempt) {
        attempts.put(attempt.id, 1);
    }

    @Override
    public void ended(Attempt attempt) {
        if (attempts.remove(attempt.id) == LongMap.ABSENT) {
            findings.found("ended-unstarted", "attempt #%d ended and was not open", attempt.id);
        }
    }

    @Override
    public void finish(long now) {
        advance(now);
        if (offered != finished + open.size()) {
            findings.found("transactions", "%d offered, but %d finished and %d open", offered, finished, open.size());
        }
        long times = sojournNanos + open.size() * now - openSince;
        if (areaNanos != times) {
            findings.found("littles-law", "%d ns were spent by transactions, but theirs sum to %d", areaNanos, times);
        }
    }

    private void finish(long transaction, long offeredAt, long now) {
        advance(now);
        long since = open.remove(transaction);
        if (since == LongMap.ABSENT) {
            findings.found("finished-unoffered", "transaction #%d finished and was not open", transaction);
            return;
        }
        openSince -= since;
        sojournNanos += now - offeredAt;
        finished++;
    }

    private void advance(long now) {
        areaNanos += open.size() * (now - lastNanos);
        lastNanos = now;
    }
}
