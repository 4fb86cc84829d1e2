package dsqlsim.engine;

import java.util.ArrayList;
import java.util.List;

/** The lock of one row: who holds it, shared by many or exclusively by one, and who waits, first come first served. */
final class RowLock {
    int row;
    final List<Locker> holders = new ArrayList<>(1);
    boolean exclusive;
    /** Ends of the queue. */
    Locker first;

    private Locker last;

    boolean heldBy(Locker who) {
        return holders.contains(who);
    }

    /** Whether it could be granted at once, were there no queue. */
    boolean compatible(Locker who, boolean wantsExclusive) {
        int others = holders.size() - (heldBy(who) ? 1 : 0);
        return others == 0 || !wantsExclusive && !exclusive;
    }

    /** Waits: at the end, or at the front for one that holds it shared and wants more. */
    void enqueue(Locker who, boolean wantsExclusive, boolean upgrade) {
        who.waitingFor = this;
        who.wantsExclusive = wantsExclusive;
        who.ahead = upgrade ? null : last;
        who.behind = upgrade ? first : null;
        if (who.ahead != null) {
            who.ahead.behind = who;
        } else {
            first = who;
        }
        if (who.behind != null) {
            who.behind.ahead = who;
        } else {
            last = who;
        }
    }

    void leave(Locker who) {
        if (who.ahead != null) {
            who.ahead.behind = who.behind;
        } else {
            first = who.behind;
        }
        if (who.behind != null) {
            who.behind.ahead = who.ahead;
        } else {
            last = who.ahead;
        }
        who.ahead = null;
        who.behind = null;
        who.waitingFor = null;
    }
}
