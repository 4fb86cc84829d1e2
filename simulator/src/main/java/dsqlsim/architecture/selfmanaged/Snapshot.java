package dsqlsim.architecture.selfmanaged;

import dsqlsim.engine.Redo;
import dsqlsim.txn.RowVersions;
import java.util.ArrayList;
import java.util.List;

/** A backup: the rows as they were at a place in the log, and the log that was shipped after it. */
final class Snapshot {
    final int timeline;
    final RowVersions rows;
    /** Whether it can be read: who made it believes so. */
    final boolean usable;

    private final List<Redo> log = new ArrayList<>();
    private long lsn;
    private long timestamp;

    Snapshot(int timeline, long lsn, long timestamp, RowVersions rows, boolean usable) {
        this.timeline = timeline;
        this.lsn = lsn;
        this.timestamp = timestamp;
        this.rows = rows;
        this.usable = usable;
    }

    /** The last place that it can bring back. */
    long lsn() {
        return lsn;
    }

    /** The last commit timestamp that it can bring back. */
    long timestamp() {
        return timestamp;
    }

    List<Redo> log() {
        return log;
    }

    /** Adds what follows of the same history. */
    void extend(int ofTimeline, List<Redo> more) {
        for (Redo each : more) {
            if (ofTimeline == timeline && each.lsn == lsn + 1) {
                log.add(each);
                lsn = each.lsn;
                timestamp = each.timestamp;
            }
        }
    }
}
