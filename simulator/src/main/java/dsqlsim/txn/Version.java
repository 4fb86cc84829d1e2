package dsqlsim.txn;

/**
 * One committed version of a row: when it was committed and by which attempt. Versions of a row form a chain, newest
 * first; replicas that applied the same writes share it.
 */
public final class Version {
    /** Commit timestamp in nanoseconds. */
    public final long timestamp;
    /** {@link Attempt#id} of the writer. */
    public final long writer;
    /** The version that this one replaced; null for the row's initial state or once it has been collected. */
    public Version previous;

    public Version(long timestamp, long writer, Version previous) {
        this.timestamp = timestamp;
        this.writer = writer;
        this.previous = previous;
    }
}
