package dsqlsim.engine;

import dsqlsim.txn.Version;

/** What the log holds of one committed transaction. Shared by all who hold it; only {@link #durableAt} is set later, once. */
public final class Redo {
    private static final Version[] NOTHING = {};

    /** Its place in the log, from 1. */
    public final long lsn;
    /** Commit timestamp in nanoseconds. */
    public final long timestamp;
    /** The attempt's id. */
    public final long attempt;
    /** The rows written. */
    public final int[] rows;
    /** What was written to them, made when the commit is installed. */
    public Version[] versions = NOTHING;
    /** True time when it was written to the log. */
    public final long appendedAt;
    /** True time when it was durable; -1 before. */
    public long durableAt = -1;
    /** Whose commit it is, while somebody waits for it; null otherwise. */
    Session session;

    /** Nobody waits for it any more: who logged it is not the one that will install it. */
    public void orphan() {
        session = null;
    }

    Redo(long lsn, long timestamp, long attempt, int[] rows, long appendedAt, Session session) {
        this.lsn = lsn;
        this.timestamp = timestamp;
        this.attempt = attempt;
        this.rows = rows;
        this.appendedAt = appendedAt;
        this.session = session;
    }
}
