package dsqlsim.measure;

import dsqlsim.txn.Operation;
import dsqlsim.txn.Outcome;
import java.util.EnumMap;
import java.util.Map;

/** What was counted and timed of one workload in one phase. */
final class Tally {
    private static final class Count {
        long value;
    }

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

    private final Map<Outcome, Count> outcomes = new EnumMap<>(Outcome.class);
    private final Map<Operation, Latency> latencies = new EnumMap<>(Operation.class);

    Tally() {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, new Count());
        }
    }

    /** An attempt ended. */
    void ended(Outcome outcome) {
        outcomes.get(outcome).value++;
    }

    /** An operation was answered. A statement that only reads is a statement, too. */
    void record(Operation operation, long nanos) {
        latency(operation).record(nanos);
        if (operation == Operation.READ) {
            latency(Operation.STATEMENT).record(nanos);
        }
    }

    /** A transaction is over; only those that succeeded are timed. */
    void finished(boolean success, boolean withinDeadline, long nanos) {
        if (success) {
            succeeded++;
            inTime += withinDeadline ? 1 : 0;
            latency(Operation.TRANSACTION).record(nanos);
        } else {
            gaveUp++;
        }
    }

    Latency latency(Operation operation) {
        Latency latency = latencies.get(operation);
        if (latency == null) {
            latency = new Latency();
            latencies.put(operation, latency);
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
        outcomes.forEach((outcome, count) -> count.value += other.count(outcome));
        abandoned += other.abandoned;
        duplicates += other.duplicates;
        other.latencies.forEach((operation, latency) -> latency(operation).add(latency));
    }

    long count(Outcome outcome) {
        return outcomes.get(outcome).value;
    }

    long aborted() {
        long sum = 0;
        for (Outcome outcome : Outcome.values()) {
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
