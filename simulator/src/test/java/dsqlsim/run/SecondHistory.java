package dsqlsim.run;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts updates, from a time on, whose transaction began after another of the same row had been acknowledged, and saw an older
 * version: a second history of the row. Both acknowledgements are after that time, so what was lost at it does not count.
 */
final class SecondHistory implements Observer {
    private record Acknowledged(long commit, long at) {}

    private final long from;
    private final Map<Integer, List<Acknowledged>> rows = new TreeMap<>();
    private long count;

    SecondHistory(long fromNanos) {
        from = fromNanos;
    }

    long count() {
        return count;
    }

    @Override
    public void ended(Attempt attempt) {
        if (attempt.outcome != Outcome.COMMITTED || attempt.endedAt < from) {
            return;
        }
        for (int i = attempt.plan.reads; i < attempt.plan.rows.length; i++) {
            List<Acknowledged> row = rows.computeIfAbsent(attempt.plan.rows[i], missing -> new ArrayList<>());
            long seen = attempt.read[i] == null ? -1 : attempt.read[i].timestamp;
            boolean missed = row.stream().anyMatch(each -> each.at < attempt.beganAt && each.commit > seen);
            count += attempt.wasRead(i) && missed ? 1 : 0;
            row.add(new Acknowledged(attempt.commit, attempt.endedAt));
        }
    }
}
