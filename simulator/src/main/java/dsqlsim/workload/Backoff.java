package dsqlsim.workload;

import static dsqlsim.kernel.Randomness.uniform;

/** The pause before a retry, in nanoseconds. */
public final class Backoff {
    private final RetrySpec.Backoff spec;

    public Backoff(RetrySpec.Backoff spec) {
        this.spec = spec;
    }

    /**
     * The pause after a failed attempt.
     *
     * @param attempt the attempt's number, from 1
     * @param previousNanos the pause before that attempt; before the first retry it is ignored
     * @param key the bits of the draw, already well mixed
     */
    public long nanos(int attempt, long previousNanos, long key) {
        if (spec instanceof RetrySpec.Delay delay) {
            return delay.delay().sample(key);
        }
        RetrySpec.Exponential law = (RetrySpec.Exponential) spec;
        double e = Math.min((double) law.capNanos(), Math.scalb((double) law.baseNanos(), attempt));
        return Math.round(
                switch (law.jitter()) {
                    case NONE -> e;
                    case FULL -> e * uniform(key);
                    case EQUAL -> e / 2 + e / 2 * uniform(key);
                    case DECORRELATED -> decorrelated(law, attempt == 1 ? law.baseNanos() : previousNanos, key);
                });
    }

    private static double decorrelated(RetrySpec.Exponential law, long previousNanos, long key) {
        double base = law.baseNanos();
        return Math.min((double) law.capNanos(), base + (3.0 * previousNanos - base) * uniform(key));
    }
}
