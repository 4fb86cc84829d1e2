package dsqlsim.measure;

import dsqlsim.kernel.Invariant;
import dsqlsim.kernel.LongMap;
import java.util.Arrays;

/** The transactions that have been offered and not finished, per workload in the order of their offer. */
final class OpenTransactions {
    private static final int NONE = -1;

    private final LongMap slots = new LongMap();
    private final int[] oldest;
    private final int[] newest;
    private long[] offeredAt = new long[64];
    private long[] operation = new long[64];
    private int[] next = new int[64];
    private int[] previous = new int[64];
    private int used;
    private int free = NONE;

    OpenTransactions(int workloads) {
        oldest = new int[workloads];
        newest = new int[workloads];
        Arrays.fill(oldest, NONE);
        Arrays.fill(newest, NONE);
    }

    /** Adds one, with the number of its operation in a log of operations, to be answered when it is removed. */
    void add(int workload, long transaction, long now, long operationNumber) {
        int slot = take();
        offeredAt[slot] = now;
        operation[slot] = operationNumber;
        next[slot] = NONE;
        previous[slot] = newest[workload];
        if (newest[workload] == NONE) {
            oldest[workload] = slot;
        } else {
            next[newest[workload]] = slot;
        }
        newest[workload] = slot;
        slots.put(transaction, slot);
    }

    /** Takes one out and answers its operation's number. */
    long remove(int workload, long transaction) {
        long found = slots.remove(transaction);
        Invariant.check(found != LongMap.ABSENT, "transaction %d ended that was not open", transaction);
        int slot = (int) found;
        if (previous[slot] == NONE) {
            oldest[workload] = next[slot];
        } else {
            next[previous[slot]] = next[slot];
        }
        if (next[slot] == NONE) {
            newest[workload] = previous[slot];
        } else {
            previous[next[slot]] = previous[slot];
        }
        next[slot] = free;
        free = slot;
        return operation[slot];
    }

    int size() {
        return slots.size();
    }

    /** When the oldest open transaction of a workload was offered; {@link Long#MAX_VALUE} without one. */
    long oldest(int workload) {
        return oldest[workload] == NONE ? Long.MAX_VALUE : offeredAt[oldest[workload]];
    }

    /** What is done with each open transaction of a workload, oldest first. */
    interface Visitor {
        void visit(long offeredAt);
    }

    void each(int workload, Visitor visitor) {
        for (int slot = oldest[workload]; slot != NONE; slot = next[slot]) {
            visitor.visit(offeredAt[slot]);
        }
    }

    private int take() {
        if (free != NONE) {
            int slot = free;
            free = next[slot];
            return slot;
        }
        if (used == offeredAt.length) {
            offeredAt = Arrays.copyOf(offeredAt, 2 * used);
            operation = Arrays.copyOf(operation, 2 * used);
            next = Arrays.copyOf(next, 2 * used);
            previous = Arrays.copyOf(previous, 2 * used);
        }
        return used++;
    }
}
