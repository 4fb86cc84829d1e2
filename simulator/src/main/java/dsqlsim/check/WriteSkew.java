package dsqlsim.check;

import dsqlsim.kernel.LongMap;
import dsqlsim.txn.Attempt;

/**
 * Counts pairs of concurrent transactions that each overwrote what the other had read: snapshot isolation allows that, and
 * serializability does not. Looks back over the last {@link #REMEMBERED} committed attempts that read and wrote.
 */
final class WriteSkew {
    private static final int REMEMBERED = 1 << 12;

    private final RowHistory rows;
    private final Findings findings;
    private final boolean serializable;
    private final Attempt[] recent = new Attempt[REMEMBERED];
    private final LongMap slots = new LongMap();
    private int next;

    WriteSkew(RowHistory rows, Findings findings, boolean serializable) {
        this.rows = rows;
        this.findings = findings;
        this.serializable = serializable;
    }

    /** An attempt that wrote was acknowledged, and its versions are in the history of rows. */
    void committed(Attempt attempt) {
        if (attempt.plan.reads == 0) {
            return;
        }
        for (int i = 0; i < attempt.plan.reads; i++) {
            int node = rows.newest(attempt.plan.rows[i]);
            while (node > RowHistory.NONE && rows.timestamp(node) > attempt.start) {
                long slot = slots.get(rows.writer(node));
                if (slot != LongMap.ABSENT) {
                    compare(attempt, recent[(int) slot], attempt.plan.rows[i]);
                }
                node = rows.older(node);
            }
        }
        remember(attempt);
    }

    private void compare(Attempt one, Attempt other, int row) {
        if (other.id == one.id || other.start >= one.commit || other.commit <= one.start) {
            return;
        }
        for (int i = 0; i < other.plan.reads; i++) {
            for (int k = one.plan.reads; k < one.plan.rows.length; k++) {
                if (other.plan.rows[i] == one.plan.rows[k]) {
                    found(one, other, row, one.plan.rows[k]);
                    return;
                }
            }
        }
    }

    private void found(Attempt one, Attempt other, int row, int otherRow) {
        if (serializable) {
            findings.found(
                    "G2-item",
                    "attempts #%d and #%d were concurrent: the first read row %d, which the second wrote, and wrote row %d, which the second read",
                    one.id,
                    other.id,
                    row,
                    otherRow);
        } else {
            findings.allowed("write-skew (allowed)");
        }
    }

    private void remember(Attempt attempt) {
        if (recent[next] != null) {
            slots.remove(recent[next].id);
        }
        recent[next] = attempt;
        slots.put(attempt.id, next);
        next = next + 1 & REMEMBERED - 1;
    }
}
