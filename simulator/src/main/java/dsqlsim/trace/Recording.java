package dsqlsim.trace;

import dsqlsim.txn.Attempt;
import dsqlsim.world.Message;
import dsqlsim.world.Subject;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that was sent and that happened in a window of a run, for tools that show traces. */
public final class Recording implements Tracer {
    /** So that a forgotten window does not fill a disk: a message is about 500 bytes of trace. */
    public static final int MESSAGES_MAX = 200_000;

    /** Something that happened at a node, or to the whole ({@code node} -1). */
    record Happening(long at, int node, String what, int shard, long epoch) {}

    /** A fault was there from a time to a time; {@code until} is -1 while it is. */
    record Fault(int fault, long from, long until) {}

    private final long from;
    private final long to;
    private final Subject subject = new Subject();
    // Looked up, never iterated.
    private final Map<Message<?>, Hop> underWay = new HashMap<>();
    final List<Hop> hops = new ArrayList<>();
    final List<Long> about = new ArrayList<>();
    final List<Attempt> attempts = new ArrayList<>();
    final List<Happening> happenings = new ArrayList<>();
    final List<Fault> faults = new ArrayList<>();
    private final Map<Integer, Long> faulty = new LinkedHashMap<>();
    private boolean full;
    private long lastAt;
    World world;
    Labels labels;

    /** {@code toNanos} is not in the window any more. */
    public Recording(long fromNanos, long toNanos) {
        from = fromNanos;
        to = toNanos;
    }

    @Override
    public void attach(World of, Labels called) {
        world = of;
        labels = called;
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
        underWay.put(message, hop);
    }

    @Override
    public void held(Message<?> message) {
        Hop hop = underWay.get(message);
        if (hop != null && hop.heldAt < 0) {
            hop.heldAt = world.now();
        }
    }

    @Override
    public void lost(Message<?> message) {
        Hop hop = underWay.remove(message);
        if (hop != null) {
            hop.lostAt = world.now();
        }
    }

    @Override
    public void delivered(Message<?> message) {
        Hop hop = underWay.remove(message);
        if (hop != null) {
            hop.arrive(world.now());
        }
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
