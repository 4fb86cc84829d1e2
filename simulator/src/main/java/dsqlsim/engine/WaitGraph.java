package dsqlsim.engine;

import java.util.ArrayList;
import java.util.List;

/** Who waits for whom: one that waits for a row lock waits for its holders, and for whoever is ahead of it. */
final class WaitGraph {
    private final List<Locker> open = new ArrayList<>();
    private long search;

    /** Whether the waiting of a transaction leads back to itself: a deadlock. */
    boolean reaches(Locker who) {
        search++;
        open.clear();
        expand(who);
        while (!open.isEmpty()) {
            Locker next = open.remove(open.size() - 1);
            if (next == who) {
                return true;
            }
            expand(next);
        }
        return false;
    }

    private void expand(Locker who) {
        RowLock lock = who.waitingFor;
        if (lock == null) {
            return;
        }
        for (int i = 0; i < lock.holders.size(); i++) {
            Locker holder = lock.holders.get(i);
            if (holder != who) {
                visit(holder);
            }
        }
        if (who.ahead != null) {
            visit(who.ahead);
        }
    }

    private void visit(Locker who) {
        if (who.searched != search) {
            who.searched = search;
            open.add(who);
        }
    }
}
