package dsqlsim.kernel;

import java.util.Arrays;
import java.util.PriorityQueue;

/** The event loop: virtual time, the pending events, and the one thread that fires them. (First form; to be replaced.) */
public final class Simulation {
    private record Entry(long at, long sequence, Event event, int slot) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry o) {
            return at != o.at ? Long.compare(at, o.at) : Long.compare(sequence, o.sequence);
        }
    }

    private final PriorityQueue<Entry> queue = new PriorityQueue<>();
    private final long seed;
    private Entry[] live = new Entry[1024];
    private int[] free = new int[1024];
    private int freeCount;
    private int slots;
    private long now;
    private long sequence;
    private long fired;
    private long fingerprint;
    private boolean stopped;

    public Simulation(long seed) {
        this.seed = seed;
    }

    public long seed() {
        return seed;
    }

    /** Simulated time in nanoseconds since the start. */
    public long now() {
        return now;
    }

    /** Schedules an event at an absolute time, not before now. */
    public void at(long timeNanos, Event event) {
        Invariant.check(timeNanos >= now, "an event was scheduled %s ns in the past", now - timeNanos);
        Invariant.check(event.slot < 0, "an event was scheduled twice");
        int slot = freeCount > 0 ? free[--freeCount] : slots++;
        if (slot >= live.length) {
            live = Arrays.copyOf(live, slot * 2);
            free = Arrays.copyOf(free, slot * 2);
        }
        Entry entry = new Entry(timeNanos, sequence++, event, slot);
        live[slot] = entry;
        event.slot = slot;
        queue.add(entry);
    }

    /** Schedules an event after a delay of at least zero nanoseconds. */
    public void after(long delayNanos, Event event) {
        at(now + delayNanos, event);
    }

    /** Cancels a pending event; does nothing to one that is not pending. */
    public void cancel(Event event) {
        if (event.slot >= 0) {
            Entry entry = live[event.slot];
            queue.remove(entry);
            release(entry);
        }
    }

    /** Fires events in order until none is left at or before the horizon or {@link #stop} was called, then moves time there. */
    public void runUntil(long horizonNanos) {
        while (!stopped && !queue.isEmpty() && queue.peek().at <= horizonNanos) {
            Entry entry = queue.poll();
            release(entry);
            now = entry.at;
            fired++;
            Event event = entry.event;
            fingerprint = Randomness.mix(fingerprint ^ now ^ ((long) event.kind() << 48) ^ ((long) event.node() << 32));
            event.fire();
        }
        if (!stopped) {
            now = horizonNanos;
        }
    }

    /** Ends {@link #runUntil} after the event that is firing. */
    public void stop() {
        stopped = true;
    }

    /** All that has happened, in one number: two runs of one scenario and seed must agree on it. */
    public long fingerprint() {
        return fingerprint;
    }

    /** How many events have fired. */
    public long fired() {
        return fired;
    }

    private void release(Entry entry) {
        live[entry.slot] = null;
        free[freeCount++] = entry.slot;
        entry.event.slot = -1;
    }
}
