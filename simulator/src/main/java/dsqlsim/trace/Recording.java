package dsqlsim.trace;

import dsqlsim.txn.Attempt;
import dsqlsim.world.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that was sent and that happened in a window of a run, for tools that show traces. */
public final class Recording extends Following {
    /** So that a forgotten window does not fill a disk: a message is about 500 bytes of trace. */
    public static final int MESSAGES_MAX = 200_000;

    /** Something that happened at a node, or to the whole ({@code node} -1). */
    record Happening(long at, int node, String what, int shard, long epoch) {}

    /** A fault was there from a time to a time; {@code until} is -1 while it is. */
    record Fault(int fault, long from, long until) {}

    private final long from;
    private final long to;
    final List<Hop> hops = new ArrayList<>();
    final List<Long> about = new ArrayList<>();
    final List<Attempt> attempts = new ArrayList<>();
    final List<Happening> happenings = new ArrayList<>();
    final List<Fault> faults = new ArrayList<>();
    private final Map<Integer, Long> faulty = new LinkedHashMap<>();
    private boolean full;
    private long lastAt;

    /** {@code toNanos} is not in the window any more. */
    public Recording(long fromNanos, long toNanos) {
        from = fromNanos;
        to = toNanos;
    }

    /** Whether there was more than is kept; what is kept ends at {@link #endSeconds}. */
    public boolean full() {
        return full;
    }

    public int messages() {
        return hops.size();
    }

    /** Where the recording ends, in seconds. */
    public double endSeconds() {
        return end() / 1e9;
    }

    long start() {
        return from;
    }

    long end() {
        return full ? lastAt : Math.min(to, world.now());
    }

    private boolean on() {
        long now = world.now();
        return !full && now >= from && now < to;
    }

    // ---- messages

    @Override
    public void sent(Message<?> message, long departAt) {
        if (!on()) {
            return;
        }
        if (hops.size() == MESSAGES_MAX) {
            full = true;
            return;
        }
        lastAt = world.now();
        subject.read(message);
        Hop hop = new Hop(message, subject, lastAt, departAt);
        hops.add(hop);
        about.add(subject.size() == 0 ? 0 : subject.attempt(0));
        follow(message, hop);
    }

    // ---- what happens

    @Override
    public void ended(Attempt attempt) {
        if (attempt.endedAt >= from && attempt.startedAt < to && !full) {
            attempts.add(attempt);
        }
    }

    @Override
    public void happened(String type, int node, int shard, long epoch, long now) {
        if (on()) {
            happenings.add(new Happening(now, node, type, shard, epoch));
        }
    }

    @Override
    public void injected(int fault, long now) {
        faulty.putIfAbsent(fault, now);
    }

    @Override
    public void healed(int fault, long now) {
        Long since = faulty.remove(fault);
        if (since != null && since < to && now >= from) {
            faults.add(new Fault(fault, since, now));
        }
    }

    /** The faults of the window, those that are not healed yet among them. */
    List<Fault> allFaults() {
        List<Fault> all = new ArrayList<>(faults);
        faulty.forEach((fault, since) -> {
            if (since < to) {
                all.add(new Fault(fault, since, -1));
            }
        });
        return all;
    }
}
