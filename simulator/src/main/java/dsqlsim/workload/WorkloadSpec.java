package dsqlsim.workload;

import java.util.List;

/**
 * One entry of a scenario's {@code workload} block: who asks, how often, for what, and how patiently.
 *
 * @param name unique in the scenario; all draws of the workload depend on it, and on no other workload
 * @param region where its clients are
 * @param timeoutNanos how long a client waits for one attempt, waiting for a connection included; {@link #NONE} for ever.
 *     None is the default, as in PostgreSQL's clients: a dead connection is noticed by the network's own timeout
 * @param deadlineNanos after how long from its offer a transaction is of no use any more; {@link #NONE} by default. No
 *     attempt outlives it and no retry begins after it
 */
public record WorkloadSpec(
        String name,
        String region,
        ArrivalsSpec arrivals,
        List<TransactionSpec> transactions,
        KeysSpec keys,
        RetrySpec retry,
        long timeoutNanos,
        long deadlineNanos,
        ConnectionsSpec connections,
        RoutingSpec routing) {

    /** No timeout, no deadline. */
    public static final long NONE = Long.MAX_VALUE;

    public WorkloadSpec {
        transactions = List.copyOf(transactions);
        if (transactions.isEmpty()) {
            throw new IllegalArgumentException("workload " + name + " has no transactions");
        }
        if (timeoutNanos <= 0 || deadlineNanos <= 0) {
            throw new IllegalArgumentException("workload " + name + " has a timeout or deadline that is not positive");
        }
    }

    /** The same with other endpoints. */
    public WorkloadSpec routed(RoutingSpec otherwise) {
        return new WorkloadSpec(
                name, region, arrivals, transactions, keys, retry, timeoutNanos, deadlineNanos, connections, otherwise);
    }

    /** The most rows that one of its transactions touches. */
    public int rowsMax() {
        return transactions.stream().mapToInt(TransactionSpec::rows).max().orElse(0);
    }
}
