package dsqlsim.run;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every committed write of a run, and the anomalies among them by their definitions, pair by pair. */
final class CommitWatch implements Observer {
    private final List<Attempt> commits = new ArrayList<>();

    @Override
    public void ended(Attempt attempt) {
        if (attempt.outcome == Outcome.COMMITTED && !attempt.plan.readOnly()) {
            commits.add(attempt);
        }
    }

    List<Attempt> commits() {
        return commits;
    }

    /** Pairs of which each read a row that the other wrote, neither saw the other's write, and they wrote different rows. */
    long writeSkews() {
        return pairs(CommitWatch::skewed);
    }

    /** Pairs that wrote a common row though neither saw the other. */
    long lostUpdates() {
        return pairs((a, b) -> concurrent(a, b) && common(a, false, b));
    }

    private interface Pair {
        boolean holds(Attempt earlier, Attempt later);
    }

    private long pairs(Pair pair) {
        commits.sort(Comparator.comparingLong(each -> each.commit));
        long count = 0;
        for (int i = 0; i < commits.size(); i++) {
            for (int j = i + 1; j < commits.size(); j++) {
                count += pair.holds(commits.get(i), commits.get(j)) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean skewed(Attempt a, Attempt b) {
        return concurrent(a, b) && common(a, true, b) && common(b, true, a) && !common(a, false, b);
    }

    private static boolean concurrent(Attempt a, Attempt b) {
        return a.start < b.commit && b.start < a.commit;
    }

    /** Whether {@code a} read only (or wrote) a row that {@code b} wrote. */
    private static boolean common(Attempt a, boolean readOnly, Attempt b) {
        int from = readOnly ? 0 : a.plan.reads;
        int to = readOnly ? a.plan.reads : a.plan.rows.length;
        for (int i = from; i < to; i++) {
            for (int j = b.plan.reads; j < b.plan.rows.length; j++) {
                if (a.plan.rows[i] == b.plan.rows[j]) {
                    return true;
                }
            }
        }
        return false;
    }
}
