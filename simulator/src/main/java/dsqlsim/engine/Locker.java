package dsqlsim.engine;

import java.util.Arrays;

/** A transaction as the lock table sees it: the locks it holds, and the one it waits for. */
public abstract class Locker {
    private RowLock[] held = new RowLock[8];
    private int count;

    /** The lock it waits for; null when it does not wait. */
    RowLock waitingFor;

    boolean wantsExclusive;
    /** Neighbours in the queue of {@link #waitingFor}. */
    Locker ahead;

    Locker behind;
    /** The search that has been here last. */
    long searched;

    /** The lock that it waited for is its own now. */
    protected abstract void granted();

    /** Whether it waits for a lock. */
    public final boolean waitsForLock() {
        return waitingFor != null;
    }

    /** How many locks it holds. */
    public final int locksHeld() {
        return count;
    }

    void hold(RowLock lock) {
        if (count == held.length) {
            held = Arrays.copyOf(held, 2 * count);
        }
        held[count++] = lock;
    }

    /** One of the locks it held, which it does not hold any more; null when there is none. */
    RowLock drop() {
        if (count == 0) {
            return null;
        }
        RowLock lock = held[--count];
        held[count] = null;
        return lock;
    }
}
