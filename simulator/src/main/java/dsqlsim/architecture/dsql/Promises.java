package dsqlsim.architecture.dsql;

import dsqlsim.kernel.LongObjectMap;
import java.util.ArrayList;
import java.util.List;

/** The live promises of one leader, by row and by transaction. */
final class Promises {
    private final LongObjectMap<Promised> byRow = new LongObjectMap<>();
    private final LongObjectMap<Promised> byAttempt = new LongObjectMap<>();
    private final List<Promised> live = new ArrayList<>();
    private long nextDecision = Long.MAX_VALUE;

    Promised on(int row) {
        return live.isEmpty() ? null : byRow.get(row);
    }

    Promised of(long attempt) {
        return live.isEmpty() ? null : byAttempt.get(attempt);
    }

    void add(Promised promise) {
        live.add(promise);
        byAttempt.put(promise.attempt, promise);
        for (int row : promise.rows) {
            byRow.put(row, promise);
        }
        nextDecision = Math.min(nextDecision, promise.decidedAfter());
    }

    void committed(Promised promise, long timestamp) {
        promise.committedAt = timestamp;
        nextDecision = Math.min(nextDecision, timestamp);
    }

    void remove(Promised promise) {
        live.remove(promise);
        forget(promise);
    }

    private void forget(Promised promise) {
        byAttempt.remove(promise.attempt);
        for (int row : promise.rows) {
            byRow.remove(row);
        }
    }

    /** Drops what the merged stream has passed: it has delivered the commit, or there was none. Returns whether any went. */
    boolean settle(long complete) {
        if (complete < nextDecision) {
            return false;
        }
        boolean any = false;
        nextDecision = Long.MAX_VALUE;
        for (int i = live.size() - 1; i >= 0; i--) {
            Promised promise = live.get(i);
            if (promise.decidedAfter() <= complete) {
                live.set(i, live.get(live.size() - 1));
                live.remove(live.size() - 1);
                forget(promise);
                any = true;
            } else {
                nextDecision = Math.min(nextDecision, promise.decidedAfter());
            }
        }
        return any;
    }
}
