package dsqlsim.workload;

import dsqlsim.kernel.TokenBucket;

/** The token bucket that the retries of a workload share; without a spec it never runs dry. */
final class RetryBudget {
    private final TokenBucket bucket;
    private final double perSuccess;

    RetryBudget(RetrySpec.TokenBucket spec) {
        this.bucket = spec == null ? null : new TokenBucket(spec.capacity(), spec.refillPerSecond());
        this.perSuccess = spec == null ? 0 : spec.refillPerSuccess();
    }

    /** Takes a token for one retry at a time in nanoseconds, if there is one. */
    boolean take(long now) {
        return bucket == null || bucket.take(now);
    }

    void succeeded() {
        if (bucket != null) {
            bucket.add(perSuccess);
        }
    }
}
