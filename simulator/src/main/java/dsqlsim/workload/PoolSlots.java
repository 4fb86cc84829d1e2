package dsqlsim.workload;

import dsqlsim.architecture.Connection;
import java.util.Arrays;

/** The slots of a pool: as many objects as were ever in use at a time, and those that are free. */
final class PoolSlots {
    /** A connection's id is workload, slot and how often the slot was opened, side by side. */
    private static final int OPENING_BITS = 32;

    private static final int SLOT_BITS = 24;

    private final Pool pool;
    private final int workload;
    private final int max;
    private Slot[] all = new Slot[16];
    private Slot[] free = new Slot[16];
    private int count;
    private int freeCount;

    PoolSlots(Pool pool, int workload, int max) {
        this.pool = pool;
        this.workload = workload;
        this.max = max;
    }

    int inUse() {
        return count - freeCount;
    }

    boolean full() {
        return inUse() >= max;
    }

    int count() {
        return count;
    }

    Slot get(int index) {
        return all[index];
    }

    /** A free slot, the last one freed first. */
    Slot take() {
        if (freeCount > 0) {
            return free[--freeCount];
        }
        if (count == all.length) {
            all = Arrays.copyOf(all, count * 2);
            free = Arrays.copyOf(free, count * 2);
        }
        Slot slot = new Slot(count, pool);
        all[count++] = slot;
        return slot;
    }

    void give(Slot slot) {
        free[freeCount++] = slot;
    }

    /** The id of the next connection in a slot. */
    long nextId(Slot slot) {
        return ((((long) workload << SLOT_BITS) | slot.index) << OPENING_BITS) | ++slot.openings;
    }

    /** The slot that holds a connection, or null if it was given up. */
    Slot of(Connection connection) {
        Slot slot = all[(int) (connection.id >>> OPENING_BITS) & ((1 << SLOT_BITS) - 1)];
        return slot.connection == connection ? slot : null;
    }
}
