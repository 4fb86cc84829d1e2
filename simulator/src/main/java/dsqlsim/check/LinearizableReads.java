package dsqlsim.check;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Version;
import java.util.EnumSet;
import java.util.Set;

/**
 * A transaction that was begun, in true time and anywhere, after a commit had been acknowledged sees it: else its read is
 * stale, however consistent its snapshot. How many acknowledged versions stale reads missed is counted, too.
 */
final class LinearizableReads implements Checker {
    /** Of one read: a row that everybody writes while a region is cut off has many versions. */
    private static final int COUNTED_MAX = 1000;

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
        int missed = 0;
        int node = rows.newest(row);
        while (node > RowHistory.NONE && rows.timestamp(node) > seen && missed < COUNTED_MAX) {
            long acknowledgedAt = rows.acknowledgedAt(node);
            if (acknowledgedAt != RowHistory.UNKNOWN && acknowledgedAt < attempt.beganAt) {
                missed++;
                if (missed == 1) {
                    stale(attempt, row, rows.writer(node), acknowledgedAt);
                }
            }
            node = rows.older(node);
        }
        if (missed > 0) {
            findings.more("versions-missed", missed);
        } else if (node == RowHistory.FORGOTTEN) {
            findings.undecided();
        }
    }

    private void stale(Attempt attempt, int row, long writer, long acknowledgedAt) {
        findings.found(
                "stale-read",
                "row %d: #%d was acknowledged %.3f ms before attempt #%d began, which did not see it",
                row,
                writer,
                (attempt.beganAt - acknowledgedAt) / 1e6,
                attempt.id);
    }
}
