package dsqlsim.architecture.dsql;

import dsqlsim.txn.RowVersions;
import dsqlsim.txn.Version;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a storage partition as a run of entries made them. Replicas that applied the same entries in the same order share one
 * history, each with a cursor of its own; a replica that applies something else (a bug) goes on with a history of its own.
 *
 * <p>What a replica shows is exactly what it applied: a read looks no further than its own watermark, and versions beyond that are
 * newer.
 */
final class PartitionHistory {
    private static final int SWEEP = 4096;
    /** Commit timestamps run ahead of the clocks by which reads are refused as too old. */
    private static final long AHEAD = 1_000_000_000L;

    private final Layout layout;
    private final int partition;
    private final RowVersions rows;
    private final List<Cursor> cursors = new ArrayList<>();

    /** The entries applied last, oldest first, as far back as the slowest cursor. */
    private Entry[] applied = new Entry[64];

    private long first;
    private int size;

    PartitionHistory(Layout layout, int partition) {
        this(layout, partition, new RowVersions(), 0);
    }

    private PartitionHistory(Layout layout, int partition, RowVersions rows, long first) {
        this.layout = layout;
        this.partition = partition;
        this.rows = rows;
        this.first = first;
    }

    /** A replica's view before any entry. */
    Cursor begin() {
        return new Cursor(this, first);
    }

    /** One replica's place in a history. */
    static final class Cursor {
        private PartitionHistory history;
        private long position;

        private Cursor(PartitionHistory history, long position) {
            this.history = history;
            this.position = position;
            history.cursors.add(this);
        }

        /** Another replica that has applied the same. */
        Cursor copy() {
            return new Cursor(history, position);
        }

        /** The replica is gone, and needs nothing kept for it. */
        void close() {
            history.cursors.remove(this);
        }

        void apply(Entry entry) {
            if (position < history.end()) {
                if (history.at(position) == entry) {
                    position++;
                    return;
                }
                diverge();
            }
            history.append(entry);
            position++;
        }

        private void diverge() {
            close();
            history = history.upTo(position);
            history.cursors.add(this);
        }

        /** The newest version of a row at or before a timestamp, or null: its initial state. */
        Version asOf(int row, long timestamp) {
            return history.rows.asOf(history.layout.indexInPartition(row), timestamp);
        }
    }

    private long end() {
        return first + size;
    }

    private Entry at(long position) {
        return applied[(int) (position & (applied.length - 1))];
    }

    private void append(Entry entry) {
        if (size == applied.length) {
            makeRoom();
        }
        applied[(int) (end() & (applied.length - 1))] = entry;
        size++;
        for (int row : entry.rows) {
            if (layout.partitionOf(row) == partition) {
                rows.add(
                        layout.indexInPartition(row),
                        new Version(entry.timestamp, entry.attempt, rows.newest(layout.indexInPartition(row))),
                        entry.timestamp - AHEAD - layout.config.retention);
            }
        }
    }

    private void makeRoom() {
        leaveBehind();
        long needed = end();
        for (Cursor each : cursors) {
            needed = Math.min(needed, each.position);
        }
        while (first < needed) {
            applied[(int) (first & (applied.length - 1))] = null;
            first++;
            size--;
        }
        if (size > applied.length / 2 || applied.length < SWEEP) {
            Entry[] wider = new Entry[applied.length * 2];
            for (long position = first; position < end(); position++) {
                wider[(int) (position & (wider.length - 1))] = at(position);
            }
            applied = wider;
        }
    }

    /** A replica that has been cut off for longer than journals keep entries goes on alone, so that memory stays bounded. */
    private void leaveBehind() {
        long oldest = at(end() - 1).timestamp - layout.config.journalRetention;
        for (Cursor each : List.copyOf(cursors)) {
            if (each.position < end() && at(each.position).timestamp < oldest) {
                each.diverge();
            }
        }
    }

    /** This history as it was before the entry at a position. */
    private PartitionHistory upTo(long position) {
        RowVersions earlier = rows.copy();
        for (long later = end() - 1; later >= position; later--) {
            Entry entry = at(later);
            for (int i = entry.rows.length - 1; i >= 0; i--) {
                if (layout.partitionOf(entry.rows[i]) == partition) {
                    earlier.undo(layout.indexInPartition(entry.rows[i]));
                }
            }
        }
        return new PartitionHistory(layout, partition, earlier, position);
    }
}
