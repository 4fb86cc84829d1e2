package dsqlsim.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Row locks, shared or exclusive, held to the end of the transaction. Who can't have one waits in its queue, first come first served:
 * a shared lock does not overtake an exclusive one that waits.
 */
public final class RowLocks {
    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;

    /** By row; null for a row that nobody holds. */
    private RowLock[][] pages = new RowLock[16][];

    private final List<RowLock> unused = new ArrayList<>();
    private final WaitGraph graph = new WaitGraph();

    /** Locks a row, now or later: answers whether it was granted at once, else {@link Locker#granted} says it. */
    public boolean acquire(Locker who, int row, boolean exclusive) {
        RowLock lock = lock(row);
        boolean mine = lock.heldBy(who);
        if (mine && (lock.exclusive || !exclusive)) {
            return true;
        }
        if (lock.compatible(who, exclusive) && (mine || lock.first == null)) {
            grant(lock, who, exclusive, mine);
            return true;
        }
        lock.enqueue(who, exclusive, mine);
        return false;
    }

    /** Ends a transaction's waiting, and gives up all it holds to those that wait. */
    public void release(Locker who) {
        withdraw(who);
        for (RowLock lock = who.drop(); lock != null; lock = who.drop()) {
            lock.holders.remove(who);
            if (lock.holders.isEmpty()) {
                lock.exclusive = false;
            }
            serve(lock);
        }
    }

    /** Ends a transaction's waiting; it keeps what it holds. */
    public void withdraw(Locker who) {
        RowLock lock = who.waitingFor;
        if (lock != null) {
            lock.leave(who);
            serve(lock);
        }
    }

    /** Everything is forgotten, as in a crash; who held or waited is gone, too. */
    public void clear() {
        pages = new RowLock[16][];
        unused.clear();
    }

    /** Whether a transaction waits, by way of others, for itself. */
    public boolean deadlocked(Locker who) {
        return graph.reaches(who);
    }

    private void serve(RowLock lock) {
        while (lock.first != null && lock.compatible(lock.first, lock.first.wantsExclusive)) {
            Locker next = lock.first;
            boolean exclusive = next.wantsExclusive;
            lock.leave(next);
            grant(lock, next, exclusive, lock.heldBy(next));
            next.granted();
        }
        if (lock.holders.isEmpty() && lock.first == null) {
            forget(lock);
        }
    }

    private static void grant(RowLock lock, Locker who, boolean exclusive, boolean held) {
        lock.exclusive = exclusive;
        if (!held) {
            lock.holders.add(who);
            who.hold(lock);
        }
    }

    // ---- where they are

    private RowLock lock(int row) {
        RowLock[] page = page(row);
        RowLock lock = page[row & PAGE - 1];
        if (lock == null) {
            lock = unused.isEmpty() ? new RowLock() : unused.remove(unused.size() - 1);
            lock.row = row;
            page[row & PAGE - 1] = lock;
        }
        return lock;
    }

    private void forget(RowLock lock) {
        RowLock[] page = page(lock.row);
        // It may have been forgotten, and begun anew, while those that it was granted to were told.
        if (page[lock.row & PAGE - 1] == lock) {
            page[lock.row & PAGE - 1] = null;
            unused.add(lock);
        }
    }

    private RowLock[] page(int row) {
        int number = row >>> PAGE_BITS;
        if (number >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(number + 1, 2 * pages.length));
        }
        if (pages[number] == null) {
            pages[number] = new RowLock[PAGE];
        }
        return pages[number];
    }
}
