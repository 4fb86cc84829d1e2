package dsqlsim.measure;

/** The recovery of one series of operations from one injection of a fault: fed with the series in order of start. */
final class RecoveryTracker {
    static final long UNDECIDED = -1;

    private enum State {
        INJECTED,
        /** Good at injection: watching for a window that falls short before healing. */
        WATCHING,
        /** Looking for the first operation from which service was good again. */
        SEARCHING,
        DONE
    }

    final int fault;
    final long injectedAt;
    private long limit = Long.MAX_VALUE;
    private State state = State.INJECTED;
    private long recoveryNanos = UNDECIDED;

    RecoveryTracker(int fault, long injectedAt) {
        this.fault = fault;
        this.injectedAt = injectedAt;
    }

    /** Healing, or the next injection: windows that reach beyond it don't speak of this one. The first call counts. */
    void limit(long now) {
        limit = Math.min(limit, now);
    }

    boolean atInjection() {
        return state == State.INJECTED;
    }

    void injection(boolean good) {
        state = good ? State.WATCHING : State.SEARCHING;
    }

    /**
     * The next operation.
     *
     * @param recovered whether it is good and both windows from it are
     * @param held whether the longer window from it is good; it ends at {@code holdEnd}
     */
    void operation(long start, boolean recovered, boolean held, long holdEnd) {
        if (state == State.WATCHING && holdEnd > limit) {
            done(0);
        } else if (state == State.WATCHING && !held) {
            state = State.SEARCHING;
        } else if (state == State.SEARCHING && recovered) {
            done(start - injectedAt);
        }
    }

    /** The run is over: whoever was watching has seen nothing. */
    void finish() {
        if (state == State.WATCHING) {
            done(0);
        }
    }

    boolean done() {
        return state == State.DONE;
    }

    /** From injection to recovery; {@link #UNDECIDED} until then. */
    long recoveryNanos() {
        return recoveryNanos;
    }

    private void done(long nanos) {
        state = State.DONE;
        recoveryNanos = nanos;
    }
}
