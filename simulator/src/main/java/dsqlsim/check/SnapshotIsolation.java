package dsqlsim.check;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Version;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Snapshot isolation. Of two committed writers of a row the later must have started after the earlier's commit
 * ({@code lost-update}; {@code for-update-ignored} for rows read FOR UPDATE). Every read, of attempts that aborted too,
 * returns the newest committed version at its start timestamp: else it is a {@code stale-read}, {@code future-read}, or
 * {@code G1a} of a version that nobody committed ({@code G1b}: that its writer committed otherwise); what is wrong with several
 * reads together has the names of {@link ReadsTogether}. {@code G0}: others wrote a row between two writes of one transaction. {@code late-commit}: a version came to be below the start of a read
 * that had been answered without it.
 */
final class SnapshotIsolation implements Checker {
    private final RowHistory rows;
    private final Findings findings = new Findings();
    private final LastReads lastReads = new LastReads();
    /** Whether this architecture tells what storage shows: else a version may be read before anything is known of it. */
    private boolean deliveries;

    private long[] firstDelivered = new long[16];

    private final ReadsTogether together;
    private final WriteSkew skew;

    /** {@code serializable}: write skew is a violation, too. */
    SnapshotIsolation(RowHistory rows, boolean serializable) {
        this.rows = rows;
        together = new ReadsTogether(rows, findings);
        skew = new WriteSkew(rows, findings, serializable);
    }

    @Override
    public String id() {
        return "snapshot-isolation";
    }

    @Override
    public Set<Hears> hears() {
        return EnumSet.of(Hears.ENDS, Hears.PLACES);
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void delivered(int place, int shard, long sequence, long timestamp, long attempt, int[] written, long now) {
        deliveries = true;
        if (shard >= firstDelivered.length) {
            firstDelivered = Arrays.copyOf(firstDelivered, shard + 16);
        }
        if (sequence < firstDelivered[shard]) {
            return;
        }
        firstDelivered[shard] = sequence + 1;
        for (int row : written) {
            add(row, timestamp, attempt, now);
        }
    }

    @Override
    public void ended(Attempt attempt) {
        if (attempt.start < 0) {
            return;
        }
        findings.examined();
        if (RowHistory.wrote(attempt)) {
            wrote(attempt);
            skew.committed(attempt);
        }
        if (together.anomalous(attempt)) {
            return;
        }
        int answered = Math.min(attempt.answered, attempt.plan.rows.length);
        for (int i = 0; i < answered; i++) {
            if (attempt.plan.isRead(i)) {
                read(attempt, attempt.plan.rows[i], attempt.read[i]);
            }
        }
    }

    private void wrote(Attempt attempt) {
        int[] all = attempt.plan.rows;
        for (int i = attempt.plan.reads; i < all.length; i++) {
            add(all[i], attempt.commit, attempt.id, attempt.endedAt);
            int node = rows.acknowledged(attempt, all[i]);
            if (node > RowHistory.NONE) {
                overlap(rows.older(node), node, all[i]);
            }
        }
        for (int i = 0; i < attempt.plan.forUpdate; i++) {
            int before = rows.at(all[i], attempt.commit - 1);
            if (before > RowHistory.NONE && rows.timestamp(before) > attempt.start) {
                findings.found(
                        "for-update-ignored",
                        "attempt #%d started at %s and read row %d FOR UPDATE, which #%d committed at %s, before it did at %s",
                        attempt.id,
                        new Instant(attempt.start),
                        all[i],
                        rows.writer(before),
                        new Instant(rows.timestamp(before)),
                        new Instant(attempt.commit));
            }
        }
    }

    private void add(int row, long timestamp, long attempt, long now) {
        int node = rows.add(row, timestamp, attempt, now);
        if (node == RowHistory.NONE) {
            return;
        }
        if (rows.again(node) > 1) {
            findings.found(
                    "G0",
                    "attempt #%d wrote row %d twice, at %s too, and others wrote it in between",
                    attempt,
                    row,
                    new Instant(timestamp));
        }
        if (rows.newer(node) != RowHistory.NONE) {
            overlap(node, rows.newer(node), row);
        }
        if (timestamp <= lastReads.at(row) && timestamp > lastReads.saw(row)) {
            findings.found(
                    "late-commit",
                    "row %d was read at %s, and later #%d turned out to have committed it at %s",
                    row,
                    new Instant(lastReads.at(row)),
                    attempt,
                    new Instant(timestamp));
        }
    }

    /** The later of two versions must be of a writer that started when the earlier had been committed. */
    private void overlap(int earlier, int later, int row) {
        if (earlier > RowHistory.NONE
                && rows.start(later) != RowHistory.UNKNOWN
                && rows.start(later) < rows.timestamp(earlier)) {
            findings.found(
                    "lost-update",
                    "attempts #%d and #%d both committed row %d, at %s and %s, and the second had started at %s",
                    rows.writer(earlier),
                    rows.writer(later),
                    row,
                    new Instant(rows.timestamp(earlier)),
                    new Instant(rows.timestamp(later)),
                    new Instant(rows.start(later)));
        }
    }

    private void read(Attempt attempt, int row, Version version) {
        int expected = rows.at(row, attempt.start);
        if (expected == RowHistory.FORGOTTEN) {
            findings.undecided();
        }
        lastReads.read(row, attempt.start, version == null ? 0 : version.timestamp);
        if (version == null) {
            if (expected > RowHistory.NONE) {
                stale(attempt, row, 0, expected);
            }
            return;
        }
        if (version.timestamp > attempt.start) {
            findings.found(
                    "future-read",
                    "attempt #%d started at %s and read row %d as committed at %s",
                    attempt.id,
                    new Instant(attempt.start),
                    row,
                    new Instant(version.timestamp));
        } else if (expected > RowHistory.NONE && rows.timestamp(expected) > version.timestamp) {
            stale(attempt, row, version.timestamp, expected);
        } else if (deliveries && rows.find(row, version.timestamp, version.writer) == RowHistory.NONE) {
            findings.found(
                    rows.wroteLately(row, version.writer) ? "G1b" : "G1a",
                    "attempt #%d read row %d as written by #%d at %s, which never committed that",
                    attempt.id,
                    row,
                    version.writer,
                    new Instant(version.timestamp));
        }
    }

    private void stale(Attempt attempt, int row, long found, int expected) {
        findings.found(
                "stale-read",
                "attempt #%d started at %s and read row %d as of %s, though #%d had committed it at %s",
                attempt.id,
                new Instant(attempt.start),
                row,
                new Instant(found),
                rows.writer(expected),
                new Instant(rows.timestamp(expected)));
    }
}
