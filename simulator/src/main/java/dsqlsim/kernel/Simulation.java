package dsqlsim.kernel;

import java.util.Arrays;

/**
 * The event loop: virtual time, the pending events, and the one thread that fires them.
 *
 * <p>Nothing here or above reads a wall clock, starts a thread or draws a number that does not come from the seed, so a seed
 * names one execution.
 */
public final class Simulation {
    /** The end of time, 146 years: far enough from the range of {@code long} for sums of two times. */
    public static final long LAST_NANOS = 1L << 62;

    final Slots slots = new Slots();
    private final LadderQueue queue = new LadderQueue(slots);
    private final long seed;

    /** Whose alarm a slot without an event is, by slot; null when the event in it was cancelled. */
    private TimerLane[] alarms = new TimerLane[0];

    private EventListener listener;
    private long now;
    private long sequence;
    private long pending;
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
        int slot = reserve(timeNanos, event);
        if (timeNanos == now) {
            queue.addImmediate(slot);
        } else {
            queue.add(slot);
        }
    }

    /** Schedules an event after a delay of at least zero nanoseconds. */
    public void after(long delayNanos, Event event) {
        at(now + delayNanos, event);
    }

    /** Cancels a pending event, wherever it waits; does nothing to one that is not pending. */
    public void cancel(Event event) {
        int slot = event.slot;
        if (slot < 0) {
            return;
        }
        event.slot = -1;
        pending--;
        if (event.lane != null) {
            event.lane.drop(event, slot);
        } else {
            // The slot stays in the queue, empty, and is released when its time comes.
            slots.event[slot] = null;
        }
    }

    /** Fires events in order until none is left at or before the horizon or {@link #stop} was called, then moves time there. */
    public void runUntil(long horizonNanos) {
        while (!stopped) {
            int slot = queue.poll(now, horizonNanos);
            if (slot == 0) {
                now = Math.max(now, horizonNanos);
                return;
            }
            now = slots.time[slot];
            Event event = slots.event[slot];
            if (event != null) {
                slots.release(slot);
                fire(event);
            } else {
                wake(slot);
            }
        }
    }

    /** Ends {@link #runUntil} after the event that is firing. */
    public void stop() {
        stopped = true;
    }

    /** Names who is told of every event just before it fires; null for nobody. */
    public void onEvent(EventListener told) {
        this.listener = told;
    }

    /** All that has happened, in one number: two runs of one scenario and seed must agree on it. */
    public long fingerprint() {
        return fingerprint;
    }

    /** How many events have fired. */
    public long fired() {
        return fired;
    }

    /** How many events are scheduled and have neither fired nor been cancelled. */
    public long pendingCount() {
        return pending;
    }

    /** Gives an event its slot and its rank among those of the same time; where it waits is up to the caller. */
    int reserve(long timeNanos, Event event) {
        Invariant.check(timeNanos >= now, "an event was scheduled %s ns in the past", now - timeNanos);
        Invariant.check(timeNanos <= LAST_NANOS, "an event was scheduled after the end of time, at %s ns", timeNanos);
        Invariant.check(event.slot < 0, "an event was scheduled twice");
        pending++;
        int slot = slots.take(event, timeNanos, sequence++);
        event.slot = slot;
        return slot;
    }

    /** The slot by which a lane stands in the queue. */
    int alarm(TimerLane lane) {
        int slot = slots.take(null, 0, 0);
        if (slot >= alarms.length) {
            alarms = Arrays.copyOf(alarms, slot + 8);
        }
        alarms[slot] = lane;
        return slot;
    }

    /** Puts a lane's slot into the queue, at the time and rank of the timer it stands for. */
    void arm(int alarm, int timer) {
        slots.time[alarm] = slots.time[timer];
        slots.sequence[alarm] = slots.sequence[timer];
        queue.add(alarm);
    }

    private void wake(int slot) {
        TimerLane lane = slot < alarms.length ? alarms[slot] : null;
        if (lane == null) {
            slots.release(slot);
            return;
        }
        Event event = lane.due();
        if (event != null) {
            fire(event);
        }
    }

    private void fire(Event event) {
        event.slot = -1;
        pending--;
        long number = ++fired;
        int kind = event.kind();
        int node = event.node();
        fingerprint = Randomness.mix(fingerprint ^ now ^ ((long) kind << 48) ^ ((long) node << 32));
        if (listener != null) {
            listener.fired(number, now, kind, node);
        }
        try {
            event.fire();
        } catch (RuntimeException | AssertionError e) {
            throw new SimulationFailure(seed, number, now, kind, node, e);
        }
    }
}
