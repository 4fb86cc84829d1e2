package dsqlsim.measure;

import dsqlsim.report.HotKey;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;

/**
 * Commits and conflicts per written row. Rows are counted in pages made when one of their rows is first written, up to a
 * limit: rows that are hot are met early.
 */
final class HotKeys {
    private static final int SHOWN = 20;
    private static final int PAGE = 1024;
    private static final int PAGES_MAX = 8192;

    private long[][] pages = new long[64][];
    private int made;

    void ended(Attempt attempt) {
        if (attempt.outcome == Outcome.COMMITTED) {
            count(attempt, 1L << 32);
        } else if (attempt.outcome == Outcome.ABORTED_OCC_DATA) {
            count(attempt, 1);
        }
    }

    /** The rows with most aborts, then most commits. */
    List<HotKey> hottest(IntFunction<String> names) {
        PriorityQueue<long[]> top = new PriorityQueue<>((a, b) -> compare(a, b));
        for (int p = 0; p < pages.length; p++) {
            for (int i = 0; pages[p] != null && i < PAGE; i++) {
                if (pages[p][i] != 0) {
                    top.add(new long[] {(long) p * PAGE + i, pages[p][i] >>> 32, pages[p][i] & 0xFFFFFFFFL});
                    if (top.size() > SHOWN) {
                        top.remove();
                    }
                }
            }
        }
        List<HotKey> keys = new ArrayList<>();
        while (!top.isEmpty()) {
            long[] row = top.remove();
            keys.add(0, new HotKey(names.apply((int) row[0]), row[1], row[2]));
        }
        return keys;
    }

    private void count(Attempt attempt, long by) {
        int[] rows = attempt.plan.rows;
        for (int i = attempt.plan.reads; i < rows.length; i++) {
            long[] page = page(rows[i] / PAGE);
            if (page != null) {
                page[rows[i] % PAGE] += by;
            }
        }
    }

    private long[] page(int number) {
        if (number >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(number + 1, 2 * pages.length));
        }
        if (pages[number] == null && made < PAGES_MAX) {
            pages[number] = new long[PAGE];
            made++;
        }
        return pages[number];
    }

    /** Colder first; of equals the higher row. */
    private static int compare(long[] a, long[] b) {
        if (a[2] != b[2]) {
            return Long.compare(a[2], b[2]);
        }
        return a[1] != b[1] ? Long.compare(a[1], b[1]) : Long.compare(b[0], a[0]);
    }
}
