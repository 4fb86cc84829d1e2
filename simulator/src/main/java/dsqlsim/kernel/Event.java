package dsqlsim.kernel;

/**
 * Something that will happen at an instant of simulated time. Events fire in order of (time, sequence of scheduling).
 *
 * <p>An event object may be scheduled again once it has fired or been cancelled, never while it is pending.
 */
public abstract class Event {
    /** Where the queue keeps this event while it is pending; -1 otherwise. */
    int slot = -1;

    /** The lane this event waits in while it is pending there; null otherwise. */
    TimerLane lane;

    /** Does what this event is for. Runs on the simulation's one thread, at {@code simulation.now()}. */
    protected abstract void fire();

    /** A small stable number for the kind of event: an ingredient of the run's fingerprint. */
    protected abstract int kind();

    /** The node this event happens at, or -1: an ingredient of the run's fingerprint. */
    protected int node() {
        return -1;
    }

    /** Whether this event is scheduled and has neither fired nor been cancelled. */
    public final boolean pending() {
        return slot >= 0;
    }
}
