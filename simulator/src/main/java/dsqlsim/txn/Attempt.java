package dsqlsim.txn;

/** One try of a transaction, from begin to its end, as its client knows it. */
public final class Attempt {
    /** Unique in a run: a function of workload, client or arrival, transaction and try; never of scheduling. */
    public final long id;

    public final Plan plan;
    /** 1 for the first try. */
    public final int number;
    /** Index of the region where the client is (its region of origin). */
    public final int region;
    /** True time when the transaction was offered, in nanoseconds; the same for all its attempts. */
    public final long offeredAt;
    /** True time when this attempt was begun: a connection was asked for. */
    public final long startedAt;

    /** Index of the region whose endpoint this attempt goes to; -1 until its client has chosen one. Set before it is reported. */
    public int endpoint = -1;

    /** True time when the attempt ended; -1 while it is open. */
    public long endedAt = -1;

    public Outcome outcome;
    /** Start timestamp (snapshot) as the database chose it; -1 before. */
    public long start = -1;
    /** True time when the client sent begin; -1 before. A read must see all that was acknowledged before this. */
    public long beganAt = -1;
    /** True time when the client sent COMMIT; -1 before. */
    public long commitSentAt = -1;
    /** Commit timestamp of a committed attempt that wrote; -1 otherwise or while unknown. */
    public long commit = -1;
    /** Where the commit is recorded: the journal's number (DSQL: the shard), or -1. */
    public int journal = -1;
    /** Its sequence number there, or -1. */
    public long sequence = -1;
    /**
     * The version that was read for each row of the plan; null where the row was not read (see {@link #wasRead}) or was in its
     * initial state.
     */
    public final Version[] read;
    /** How many rows of the plan, from the front, have been read or passed (rows of statements that were answered). */
    public int answered;

    public Attempt(long id, Plan plan, int number, int region, long offeredAt, long startedAt) {
        this.id = id;
        this.plan = plan;
        this.number = number;
        this.region = region;
        this.offeredAt = offeredAt;
        this.startedAt = startedAt;
        this.read = new Version[plan.rows.length];
    }

    /** Whether the row at an index of the plan has been read by this attempt. */
    public boolean wasRead(int index) {
        return index < answered && plan.isRead(index);
    }
}
