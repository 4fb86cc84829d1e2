package dsqlsim.workload;

/** The token bucket that the retries of a workload share; without a spec it never runs dry. */
final class RetryBudget {
    private final RetrySpec.TokenBucket spec;
    private double tokens;
    private long filledAt;

    RetryBudget(RetrySpec.TokenBucket spec) {
        this.spec = spec;
        this.tokens = spec == null ? 0 : spec.capacity();
    }

    /** Takes a token for one retry at a time in nanoseconds, if there is one. */
    boolean take(long now) {
        if (spec == null) {
            return true;
        }
        add(spec.refillPerSecond() * (now - filledAt) / 1e9);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    void succeeded() {
        if (spec != null) {
            add(spec.refillPerSuccess());
        }
    }

    private void add(double more) {
        tokens = Math.min(spec.capacity(), tokens + more);
    }
}
