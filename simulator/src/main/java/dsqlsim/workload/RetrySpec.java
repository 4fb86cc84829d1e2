package dsqlsim.workload;

import dsqlsim.kernel.Distribution;

/**
 * What a client does about an attempt that did not commit.
 *
 * @param attempts tries in all, the first included; 1 is no retry
 * @param backoff the pause before each retry
 * @param bucket a budget that all retries of the workload share, or null
 * @param retryUnknown whether an unknown outcome is retried too (it may then commit twice); false by default
 */
public record RetrySpec(int attempts, Backoff backoff, TokenBucket bucket, boolean retryUnknown) {
    /** {@code attempts: unlimited}; in fact 65 535, the most tries that can be numbered. */
    public static final int UNLIMITED = 65_535;

    /** {@code retry: none}. */
    public static final RetrySpec NEVER = new RetrySpec(1, new Delay(Distribution.ZERO), null, false);

    /**
     * As the Java and Go connectors of Aurora DSQL do it: 3 retries from 100 ms, doubling, up to 5 s. Full jitter gives the
     * same mean pauses (100, 200, 400 ms) as they have.
     */
    public static final RetrySpec DEFAULT =
            new RetrySpec(4, new Exponential(100_000_000L, 5_000_000_000L, Jitter.FULL), null, false);

    /** The pause before a retry. */
    public sealed interface Backoff {}

    /** A pause drawn afresh each time, whatever the number of the attempt. */
    public record Delay(Distribution delay) implements Backoff {}

    /** A pause that doubles, in nanoseconds; see {@link Jitter}. */
    public record Exponential(long baseNanos, long capNanos, Jitter jitter) implements Backoff {
        public Exponential {
            if (baseNanos < 0 || capNanos < baseNanos) {
                throw new IllegalArgumentException("a back-off's cap is at least its base, and that at least 0");
            }
        }
    }

    /** How chance enters the pause after attempt n (counted from 1), with e = min(cap, base * 2^n). */
    public enum Jitter {
        /** e. */
        NONE,
        /** U(0, e). */
        FULL,
        /** e/2 + U(0, e/2). */
        EQUAL,
        /** min(cap, U(base, 3 * previous pause)), where the pause before the first is base. */
        DECORRELATED
    }

    /**
     * A budget of retries: each takes one token, and without a token the client gives up. It starts full.
     *
     * @param refillPerSecond tokens that come back each second
     * @param refillPerSuccess tokens that come back with each transaction that succeeds
     */
    public record TokenBucket(double capacity, double refillPerSecond, double refillPerSuccess) {
        public TokenBucket {
            if (!(capacity >= 0) || !(refillPerSecond >= 0) || !(refillPerSuccess >= 0)) {
                throw new IllegalArgumentException("a token bucket's numbers are at least 0");
            }
        }
    }

    public RetrySpec {
        if (attempts < 1 || attempts > UNLIMITED) {
            throw new IllegalArgumentException("between 1 and " + UNLIMITED + " attempts, not " + attempts);
        }
    }
}
