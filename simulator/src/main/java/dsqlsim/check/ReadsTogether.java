package dsqlsim.check;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Version;

/**
 * Looks at all that an attempt read together: there must be one moment at which everything it saw had been committed and
 * nothing that it did not see. Where there is none, the anomaly has a name: {@code G-single} (read skew) when what it saw came
 * from a transaction that knew, or was, the one it missed; {@code long-fork} when the two were concurrent; {@code G1c} when it
 * saw what came after itself.
 */
final class ReadsTogether {
    private final RowHistory rows;
    private final Findings findings;

    private Attempt attempt;
    private int seenRow;
    private long seen;
    private long seenWriter;
    private int missedRow;
    private int missed;

    ReadsTogether(RowHistory rows, Findings findings) {
        this.rows = rows;
        this.findings = findings;
    }

    /** Whether something was found that has a name; else each read is judged by itself. */
    boolean anomalous(Attempt of) {
        attempt = of;
        gather();
        if (RowHistory.wrote(of) && seen > of.commit && overwrote(seenWriter, seen)) {
            findings.found(
                    "G1c",
                    "attempt #%d, which committed at %s, read row %d as #%d committed it at %s, and that one overwrote #%d's own write",
                    of.id,
                    new Instant(of.commit),
                    seenRow,
                    seenWriter,
                    new Instant(seen),
                    of.id);
            return true;
        }
        if (missed <= RowHistory.NONE || rows.timestamp(missed) > seen) {
            return false;
        }
        findings.found(
                knew() ? "G-single" : "long-fork",
                "attempt #%d, which started at %s, saw row %d as #%d committed it at %s, and row %d not as #%d had committed it at %s",
                of.id,
                new Instant(of.start),
                seenRow,
                seenWriter,
                new Instant(seen),
                missedRow,
                rows.writer(missed),
                new Instant(rows.timestamp(missed)));
        return true;
    }

    /** The newest version that was seen, and the oldest that was not. */
    private void gather() {
        seen = -1;
        missed = RowHistory.NONE;
        int answered = Math.min(attempt.answered, attempt.plan.rows.length);
        for (int i = 0; i < answered; i++) {
            if (attempt.plan.isRead(i)) {
                gather(attempt.plan.rows[i], attempt.read[i]);
            }
        }
    }

    private void gather(int row, Version version) {
        long timestamp = version == null ? 0 : version.timestamp;
        if (version != null && timestamp > seen) {
            seen = timestamp;
            seenRow = row;
            seenWriter = version.writer;
        }
        int next = rows.after(row, timestamp);
        boolean own = next > RowHistory.NONE && rows.writer(next) == attempt.id;
        if (next > RowHistory.NONE
                && !own
                && (missed == RowHistory.NONE || rows.timestamp(next) < rows.timestamp(missed))) {
            missed = next;
            missedRow = row;
        }
    }

    /** Whether the writer that was seen is the one that was missed, or had started after it. */
    private boolean knew() {
        int node = rows.find(seenRow, seen, seenWriter);
        long start = node > RowHistory.NONE ? rows.start(node) : RowHistory.UNKNOWN;
        return seenWriter == rows.writer(missed) || start == RowHistory.UNKNOWN || start >= rows.timestamp(missed);
    }

    private boolean overwrote(long writer, long timestamp) {
        for (int i = attempt.plan.reads; i < attempt.plan.rows.length; i++) {
            if (rows.find(attempt.plan.rows[i], timestamp, writer) > RowHistory.NONE) {
                return true;
            }
        }
        return false;
    }
}
