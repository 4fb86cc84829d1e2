package dsqlsim.architecture.dsql;

/** A voter's promise: nothing that conflicts will be committed up to tau-max, unless the transaction itself. */
final class Promised {
    final long attempt;
    final int tryNumber;
    final long start;
    /** The transaction's rows in the voter's shard, read-checked ones included. */
    final int[] rows;

    final long candidate;
    final long tauMax;
    long coordinatorEpoch;
    /** The commit timestamp, once the coordinator appended; -1 before. */
    long committedAt = -1;

    Promised(long attempt, int tryNumber, long start, int[] rows, long candidate, long tauMax, long coordinatorEpoch) {
        this.attempt = attempt;
        this.tryNumber = tryNumber;
        this.start = start;
        this.rows = rows;
        this.candidate = candidate;
        this.tauMax = tauMax;
        this.coordinatorEpoch = coordinatorEpoch;
    }

    /** When the merged stream has passed this time, all is known of it. */
    long decidedAfter() {
        return committedAt >= 0 ? committedAt : tauMax;
    }

    /** Of two that block each other the lower one waits and the other gives way. */
    boolean lowerThan(long otherStart, long otherAttempt) {
        return start != otherStart ? start < otherStart : attempt < otherAttempt;
    }
}
