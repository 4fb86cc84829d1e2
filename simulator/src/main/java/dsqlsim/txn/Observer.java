package dsqlsim.txn;

/**
 * Who is told what happens in a run. Clients report the first part, architectures the second; measures and checkers listen,
 * and know nothing else of an architecture. All times are true (simulated) time in nanoseconds; every call is made at the
 * instant it reports unless it says otherwise. Listeners must not change anything they are handed.
 */
public interface Observer {

    // ---- what clients see

    /** A client offers a transaction. {@code transaction} identifies it in a run. */
    default void offered(int workload, int region, long transaction, Plan plan, long now) {}

    /** An attempt begins: {@code attempt.startedAt} is now. */
    default void started(Attempt attempt) {}

    /**
     * An operation of an open attempt was answered; it began at {@code from} and ends now. Called once for each: a statement
     * that only reads comes as READ, and counts as STATEMENT too; TRANSACTION never comes, {@link #finished} says it.
     */
    default void answered(Attempt attempt, Operation operation, long from, long now) {}

    /** An attempt has ended: outcome, endedAt and, when committed, commit timestamp and place are set. */
    default void ended(Attempt attempt) {}

    /** A transaction ended with its last attempt: it succeeded, or its client gave up. */
    default void finished(long transaction, Attempt last, boolean succeeded, int attempts) {}

    /** A transaction was offered and gave up before any attempt could begin. */
    default void finishedWithoutAttempt(
            long transaction, int workload, int region, Plan plan, long offeredAt, long now) {}

    /** A connection attempt of a client of region {@code region} at the endpoint of {@code endpoint} began at {@code from} and ended now. */
    default void connected(int workload, int region, int endpoint, long from, long now, boolean succeeded) {}

    // ---- what the system does

    /** A try of a commit was abandoned inside the database and is retried there (not an abort). */
    default void abandoned(long attempt, int workload, long now) {}

    /** A read waited at storage until its replica was complete at the start timestamp. */
    default void readWaited(int region, long waitNanos, long now) {}

    /** A commit waited for its quorum, from append to durable, and then for its timestamp to be surely past. */
    default void commitWaited(int shard, long quorumNanos, long clockNanos, long now) {}

    /** A node leads a shard's journal from now, under an epoch. */
    default void leads(int shard, int node, long epoch, long now) {}

    /** The leader of a shard under an epoch gives its first acknowledgement of a commit. */
    default void acknowledged(int shard, long epoch, long now) {}

    /** A statement waited for row locks, in designs that have them. */
    default void lockWaited(int region, long waitNanos, long now) {}

    /** What was committed so long ago in another region has been replicated to this one, in designs that do it afterwards. */
    default void replicated(int region, long lagNanos, long now) {}

    /** A leader appended an entry to a journal under an epoch. */
    default void appended(int shard, long epoch, long sequence, long timestamp, long attempt, long now) {}

    /** A place's merged stream released an entry of a journal: from now its storage may show it. {@code rows} as in the entry, writes only. */
    default void delivered(int place, int shard, long sequence, long timestamp, long attempt, int[] rows, long now) {}

    /** A place took over a snapshot that holds all of a journal up to {@code sequence}: what comes next is delivered. */
    default void restored(int place, int shard, long sequence, long now) {}

    /** A place learned that a journal will deliver nothing at or below {@code floor} any more. */
    default void promised(int place, int shard, long floor, long now) {}

    /** A bound excluded true time at a node and it was acted upon: error is how far true time lay outside, in nanoseconds. */
    default void clockLied(int node, long errorNanos, long now) {}

    /**
     * Something worth a line on the time line: a leader was lost or elected, a region evicted, a replica replaced. {@code type} is
     * lower-kebab-case; shard and epoch are -1 where they mean nothing.
     */
    default void happened(String type, int node, int shard, long epoch, long now) {}

    /** Something happened that a design has no answer to; {@code region} is where, or -1. */
    default void counted(Incident what, int region, long now) {}

    /** A transaction that only reads asked a cache for all its rows, for the endpoint of a region, and had them there or not. */
    default void cacheRead(int region, boolean hit, long now) {}

    /**
     * Something outside of the database is worth a line on the time line: clients moved, an endpoint was called unhealthy, an alarm
     * was raised, an operation refused. {@code subject} is what it is about; {@code detail} says more, or is null.
     */
    default void noted(String type, String subject, String detail, long now) {}

    /** A fault was injected (or one repetition of it). */
    default void injected(int fault, long now) {}

    /** A fault was healed (or one repetition of it). */
    default void healed(int fault, long now) {}
}
