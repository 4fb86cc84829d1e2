package dsqlsim.kernel;

/** Is told of every event just before it fires: what traces and comparisons of two runs listen to. */
@FunctionalInterface
public interface EventListener {
    /** The event with this number (1 for the first of the run) fires at {@code timeNanos}. */
    void fired(long number, long timeNanos, int kind, int node);
}
