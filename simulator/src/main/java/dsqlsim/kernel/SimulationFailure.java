package dsqlsim.kernel;

/** An event failed, which is a fault of the simulator itself: says which one, and with what seed to see it fail again. */
public final class SimulationFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long seed;
    private final long number;
    private final long timeNanos;
    private final int kind;
    private final int node;

    SimulationFailure(long seed, long number, long timeNanos, int kind, int node, Throwable cause) {
        super(
                "event " + number + " (kind " + kind + ", node " + node + ", at " + timeNanos + " ns, seed " + seed
                        + ") failed: " + cause,
                cause);
        this.seed = seed;
        this.number = number;
        this.timeNanos = timeNanos;
        this.kind = kind;
        this.node = node;
    }

    public long seed() {
        return seed;
    }

    /** Which event of the run it was; 1 for the first. */
    public long number() {
        return number;
    }

    /** Simulated time of the event, in nanoseconds. */
    public long timeNanos() {
        return timeNanos;
    }

    public int kind() {
        return kind;
    }

    /** The node the event happened at, or -1. */
    public int node() {
        return node;
    }
}
