package dsqlsim.kernel;

/**
 * Timers of one length, such as the time-out of a request: nearly all are cancelled long before they are due.
 *
 * <p>Equal lengths fall due in the order they were started, so a list is order enough, and in the queue stands only an alarm at
 * the due time of the list's head, or earlier when that was cancelled. A timer fires exactly when, and in the order in which, it
 * would have fired had it been scheduled with {@link Simulation#after}; only the price differs.
 */
public final class TimerLane {
    private final Simulation simulation;
    private final Slots slots;
    private final long lengthNanos;
    private final int alarm;

    private int first;
    private int last;
    private boolean armed;

    /** A lane for timers of a length in nanoseconds, more than zero. */
    public TimerLane(Simulation simulation, long lengthNanos) {
        Invariant.check(lengthNanos > 0, "a timer has to last, not %s ns", lengthNanos);
        this.simulation = simulation;
        this.slots = simulation.slots;
        this.lengthNanos = lengthNanos;
        this.alarm = simulation.alarm(this);
    }

    /** How long its timers run, in nanoseconds. */
    public long lengthNanos() {
        return lengthNanos;
    }

    /** Schedules an event one length from now. */
    public void start(Event event) {
        int slot = simulation.reserve(simulation.now() + lengthNanos, event);
        event.lane = this;
        append(slot);
        arm();
    }

    /** Cancels a pending event; does nothing to one that is not pending. The same as {@link Simulation#cancel}. */
    public void cancel(Event event) {
        simulation.cancel(event);
    }

    /** Takes a cancelled event out of the list. */
    void drop(Event event, int slot) {
        event.lane = null;
        unlink(slot);
        slots.release(slot);
    }

    /** The alarm rang: takes out the timer that is due, if it still is, and sets the alarm for the next one. */
    Event due() {
        armed = false;
        int head = first;
        Event event = null;
        if (head != 0 && slots.sequence[head] == slots.sequence[alarm]) {
            event = slots.event[head];
            drop(event, head);
        }
        arm();
        return event;
    }

    private void arm() {
        if (!armed && first != 0) {
            armed = true;
            simulation.arm(alarm, first);
        }
    }

    private void append(int slot) {
        slots.next[slot] = 0;
        slots.previous[slot] = last;
        if (last == 0) {
            first = slot;
        } else {
            slots.next[last] = slot;
        }
        last = slot;
    }

    private void unlink(int slot) {
        int before = slots.previous[slot];
        int after = slots.next[slot];
        if (before == 0) {
            first = after;
        } else {
            slots.next[before] = after;
        }
        if (after == 0) {
            last = before;
        } else {
            slots.previous[after] = before;
        }
    }
}
