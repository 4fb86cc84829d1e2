package dsqlsim.trace;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Plan;

/** The last commits, among which is the one that a conflict was lost to. */
final class RecentCommits {
    private final Seen[] ring = new Seen[512];
    private int next;

    void add(Seen seen) {
        ring[next] = seen;
        next = (next + 1) % ring.length;
    }

    /** A commit after the loser's start timestamp of a row that the loser writes too; null if none is left. */
    Seen winnerOver(Attempt loser) {
        for (Seen each : ring) {
            if (each != null
                    && each.attempt.commit > loser.start
                    && each.attempt.commit < loser.endedAt
                    && sharedRow(loser.plan, each.attempt.plan) >= 0) {
                return each;
            }
        }
        return null;
    }

    /** A row that both write, or -1. */
    static int sharedRow(Plan a, Plan b) {
        for (int i = a.reads; i < a.rows.length; i++) {
            for (int j = b.reads; j < b.rows.length; j++) {
                if (a.rows[i] == b.rows[j]) {
                    return a.rows[i];
                }
            }
        }
        return -1;
    }
}
