package dsqlsim.measure;

import dsqlsim.txn.Operation;
import dsqlsim.txn.Outcome;

/** What was counted and timed of one workload in one phase. */
final class Tally {
    private static final int OPERATIONS = Operation.values().length;
    private static final Outcome[] OUTCOMES = Outcome.values();

    long offered;
    long succeeded;
    long gaveUp;
    /** Succeeded within their deadline. */
    long inTime;
    /** Open at the end of the run. */
    long open;
    /** Of those, open for so long that they count as not available. */
    long overdue;

    long attempts;
    long abandoned;
    /** Transactions that took effect more than once. */
    long duplicates;
    /** Committed attempts that wrote. */
    long writing;
    /** Rows that committed attempts wrote. */
    long rowsWritten;

    private final long[] outcomes = new long[OUTCOMES.length];
    /** By operation; of statements only those that do not only read. Null without samples. */
    private final Latency[] latencies = new Latency[OPERATIONS];

    /** An attempt ended that meant to write so many rows. */
    void ended(Outcome outcome, int writes) {
        outcomes[outcome.ordinal()]++;
        if (outcome == Outcome.COMMITTED && writes > 0) {
            writing++;
            rowsWritten += writes;
        }
    }

    /** An operation was answered. */
    void record(Operation operation, long nanos) {
        own(operation.ordinal()).record(nanos);
    }

    /** A transaction is over; only those that succeeded are timed. */
    void finished(boolean success, boolean withinDeadline, long nanos) {
        if (success) {
            succeeded++;
            inTime += withinDeadline ? 1 : 0;
            record(Operation.TRANSACTION, nanos);
        } else {
            gaveUp++;
        }
    }

    /** A statement that only reads is a statement, too. */
    Latency latency(Operation operation) {
        if (operation != Operation.STATEMENT) {
            return own(operation.ordinal());
        }
        Latency all = new Latency();
        all.add(own(Operation.STATEMENT.ordinal()));
        all.add(own(Operation.READ.ordinal()));
        return all;
    }

    private Latency own(int operation) {
        Latency latency = latencies[operation];
        if (latency == null) {
            latency = new Latency();
            latencies[operation] = latency;
        }
        return latency;
    }

    void add(Tally other) {
        offered += other.offered;
        succeeded += other.succeeded;
        gaveUp += other.gaveUp;
        inTime += other.inTime;
        open += other.open;
        overdue += other.overdue;
        attempts += other.attempts;
        for (Outcome outcome : OUTCOMES) {
            outcomes[outcome.ordinal()] += other.count(outcome);
        }
        abandoned += other.abandoned;
        duplicates += other.duplicates;
        writing += other.writing;
        rowsWritten += other.rowsWritten;
        for (int operation = 0; operation < OPERATIONS; operation++) {
            own(operation).add(other.own(operation));
        }
    }

    long count(Outcome outcome) {
        return outcomes[outcome.ordinal()];
    }

    long aborted() {
        long sum = 0;
        for (Outcome outcome : OUTCOMES) {
            sum += outcome.aborted() ? count(outcome) : 0;
        }
        return sum;
    }

    Double abortRate() {
        return share(aborted(), count(Outcome.COMMITTED) + aborted());
    }

    Double retryAmplification() {
        return share(attempts, offered);
    }

    Double availability() {
        return share(inTime, succeeded + gaveUp + overdue);
    }

    /** Succeeded transactions per second of a phase of the given length. */
    Double throughput(long nanos) {
        return nanos == 0 ? null : (Double) (succeeded * 1e9 / nanos);
    }

    static Double share(long part, long whole) {
        return whole == 0 ? null : (Double) ((double) part / whole);
    }
}
