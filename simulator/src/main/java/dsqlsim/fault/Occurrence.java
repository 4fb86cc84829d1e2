package dsqlsim.fault;

/** One injection of a fault in one run, and its healing. */
public final class Occurrence {
    /** {@link #until} of an injection that is never healed. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Index of the fault in the scenario. */
    public final int fault;
    /** What is injected. */
    public final Action action;
    /** Simulated time of the injection in nanoseconds. */
    public final long at;
    /** Simulated time of the healing in nanoseconds, or {@link #NEVER}. */
    public final long until;

    private Healing healing;

    Occurrence(int fault, Action action, long at, long until) {
        this.fault = fault;
        this.action = action;
        this.at = at;
        this.until = until;
    }

    /** Injects it. To be called once, at {@link #at}. */
    public void begin(Stage stage) {
        healing = action.begin(stage);
    }

    /** Heals it. To be called once, at {@link #until}. */
    public void end() {
        healing.heal();
        healing = Healing.NOTHING;
    }
}
