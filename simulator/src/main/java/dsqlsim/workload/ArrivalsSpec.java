package dsqlsim.workload;

import dsqlsim.kernel.Distribution;

/** When transactions are offered. */
public sealed interface ArrivalsSpec {

    /** An open loop: a Poisson process that does not care how the database is doing. */
    record Open(double ratePerSecond) implements ArrivalsSpec {
        public Open {
            if (!(ratePerSecond > 0) || ratePerSecond > 1e9) {
                throw new IllegalArgumentException("arrivals need a rate above 0/s and up to 1e9/s: " + ratePerSecond);
            }
        }
    }

    /**
     * A closed loop: each of {@code count} clients thinks, runs one transaction to its end, and thinks again. The first
     * thought comes before the first transaction.
     */
    record Closed(int count, Distribution think) implements ArrivalsSpec {
        /** More clients than this in one workload can't be numbered. */
        public static final int COUNT_MAX = 1_000_000;

        public Closed {
            if (count < 1 || count > COUNT_MAX) {
                throw new IllegalArgumentException("between 1 and " + COUNT_MAX + " clients, not " + count);
            }
        }
    }
}
