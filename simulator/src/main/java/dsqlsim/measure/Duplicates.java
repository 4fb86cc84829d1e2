package dsqlsim.measure;

import dsqlsim.kernel.LongMap;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Transactions that took effect more than once: an attempt of unknown outcome was retried and committed, and the unknown one
 * had been delivered to storage, too. Known of designs that report deliveries.
 */
final class Duplicates {
    private static final long NOT_DELIVERED = 0;
    private static final long DELIVERED = 1;

    /** Attempts that are open, or unknown in a transaction that is. */
    private final LongMap attempts = new LongMap();

    private final List<Attempt> unknown = new ArrayList<>();
    private long[] delivered = new long[16];

    void started(Attempt attempt) {
        if (!attempt.plan.readOnly()) {
            attempts.put(attempt.id, NOT_DELIVERED);
        }
    }

    /** Only the first place that delivers an entry is listened to. */
    void delivered(int shard, long sequence, long attempt) {
        if (shard >= delivered.length) {
            delivered = Arrays.copyOf(delivered, shard + 16);
        }
        if (sequence >= delivered[shard]) {
            delivered[shard] = sequence + 1;
            if (attempts.contains(attempt)) {
                attempts.put(attempt, DELIVERED);
            }
        }
    }

    void ended(Attempt attempt) {
        if (attempt.outcome == Outcome.UNKNOWN) {
            unknown.add(attempt);
        } else {
            attempts.remove(attempt.id);
        }
    }

    /** A transaction is over: answers how often it took effect beyond the first time. */
    int finished(Attempt last, boolean succeeded) {
        int effects = succeeded ? 1 : 0;
        if (!unknown.isEmpty() && (last.number > 1 || last.outcome == Outcome.UNKNOWN)) {
            for (int i = unknown.size() - 1; i >= 0; i--) {
                if (unknown.get(i).plan == last.plan) {
                    effects += attempts.remove(unknown.remove(i).id) == DELIVERED ? 1 : 0;
                }
            }
        }
        return Math.max(0, effects - 1);
    }
}
