package dsqlsim.check;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Version;
import java.util.EnumSet;
import java.util.Set;

/**
 * A transaction that was begun, in true time and anywhere, after a commit had been acknowledged sees it: else its read is
 * stale, however consistent its snapshot.
 */
final class LinearizableReads implements Checker {
    private final RowHistory rows;
    private final Findings findings = new Findings();

    LinearizableReads(RowHistory rows) {
        this.rows = rows;
    }

    @Override
    public String id() {
        return "linearizable-reads";
    }

    @Override
    public Set<Hears> hears() {
        return EnumSet.of(Hears.ENDS);
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void ended(Attempt attempt) {
        if (attempt.beganAt < 0 || attempt.start < 0) {
            return;
        }
        int answered = Math.min(attempt.answered, attempt.plan.rows.length);
        for (int i = 0; i < answered; i++) {
            if (attempt.plan.isRead(i)) {
                findings.examined();
                read(attempt, attempt.plan.rows[i], attempt.read[i]);
            }
        }
    }

    private void read(Attempt attempt, int row, Version version) {
        long seen = version == null ? RowHistory.UNKNOWN : version.timestamp;
        int node = rows.newest(row);
        while (node > RowHistory.NONE && rows.timestamp(node) > seen) {
            long acknowledgedAt = rows.acknowledgedAt(node);
            if (acknowledgedAt != RowHistory.UNKNOWN && acknowledgedAt < attempt.beganAt) {
                findings.found(
                        "stale-read",
                        "row %d: %04x was acknowledged %.3f ms before attempt %04x began, which did not see it",
                        row,
                        rows.writer(node),
                        (attempt.beganAt - acknowledgedAt) / 1e6,
                        attempt.id);
                return;
            }
            node = rows.older(node);
        }
        if (node == RowHistory.FORGOTTEN) {
            findings.undecided();
        }
    }
}
