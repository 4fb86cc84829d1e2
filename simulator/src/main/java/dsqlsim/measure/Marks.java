package dsqlsim.measure;

import dsqlsim.txn.Observer;
import java.util.ArrayList;
import java.util.List;

/** What happened that is worth a line: leaders lost and elected, regions evicted, clients moved, alarms raised, faults injected and healed. */
final class Marks implements Observer {
    /** The first so many are kept; the rest are counted. */
    static final int KEPT_MAX = 10_000;

    /**
     * One of them.
     *
     * @param fault index of the fault, or -1
     * @param subject what outside of the database it is about, or null
     * @param detail more of it, or null
     */
    record Mark(long at, String type, int node, int shard, long epoch, int fault, String subject, String detail) {
        Mark(long at, String type, int node, int shard, long epoch, int fault) {
            this(at, type, node, shard, epoch, fault, null, null);
        }
    }

    private final List<Mark> marks = new ArrayList<>();
    private long dropped;

    List<Mark> all() {
        return marks;
    }

    long dropped() {
        return dropped;
    }

    @Override
    public void happened(String type, int node, int shard, long epoch, long now) {
        add(new Mark(now, type, node, shard, epoch, -1));
    }

    @Override
    public void noted(String type, String subject, String detail, long now) {
        add(new Mark(now, type, -1, -1, -1, -1, subject, detail));
    }

    @Override
    public void injected(int fault, long now) {
        add(new Mark(now, "fault-injected", -1, -1, -1, fault));
    }

    @Override
    public void healed(int fault, long now) {
        add(new Mark(now, "fault-healed", -1, -1, -1, fault));
    }

    private void add(Mark mark) {
        if (marks.size() < KEPT_MAX) {
            marks.add(mark);
        } else {
            dropped++;
        }
    }
}
