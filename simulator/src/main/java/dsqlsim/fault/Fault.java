package dsqlsim.fault;

/**
 * One entry of a scenario's faults: what goes wrong, and when.
 *
 * @param id unique in the scenario
 * @param kind its name in {@link Faults}
 * @param atNanos time of the (first) injection
 * @param forNanos how long it lasts; {@link #LASTS} when it is never healed
 * @param everyNanos from one injection to the next; 0 for a single one
 * @param count how many injections; at least 1
 * @param line where the scenario says so
 */
public record Fault(
        String id,
        String kind,
        long atNanos,
        long forNanos,
        long everyNanos,
        int count,
        Disruption disruption,
        Action action,
        int line) {

    /** {@link #forNanos} of a fault that lasts. */
    public static final long LASTS = -1;

    /** Injects it now; returns what heals it. */
    public Healing begin(Stage stage) {
        return action.begin(stage);
    }

    /** Whether it is never healed. */
    public boolean lasts() {
        return forNanos == LASTS;
    }
}
