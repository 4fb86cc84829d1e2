package dsqlsim.measure;

import dsqlsim.kernel.Invariant;
import java.util.Arrays;

/**
 * Counts of times at 3 significant digits, in one plain array: the buckets and the quantiles of HdrHistogram (a test holds the two
 * together), without what that does for threads.
 */
final class Histogram {
    /** A power of two has as many buckets of equal width as tell values apart to one in a thousand. */
    private static final int HALF_BITS = 10;

    private static final int HALF = 1 << HALF_BITS;
    private static final long UNIT_MASK = 2 * HALF - 1;
    private static final int UNIT_ZEROS = Long.numberOfLeadingZeros(UNIT_MASK);

    /** Most series of a short run stay empty. */
    private long[] counts = {};

    private long total;
    private int least = Integer.MAX_VALUE;
    private int greatest = -1;

    void record(long value) {
        Invariant.check(value >= 0, "a time of %s ns", value);
        int bucket = bucket(value);
        if (bucket >= counts.length) {
            reach(bucket);
        }
        counts[bucket]++;
        total++;
        if (bucket < least) {
            least = bucket;
        }
        if (bucket > greatest) {
            greatest = bucket;
        }
    }

    void add(Histogram other) {
        if (other.total == 0) {
            return;
        }
        reach(other.greatest);
        for (int bucket = other.least; bucket <= other.greatest; bucket++) {
            counts[bucket] += other.counts[bucket];
        }
        total += other.total;
        least = Math.min(least, other.least);
        greatest = Math.max(greatest, other.greatest);
    }

    void clear() {
        if (total > 0) {
            Arrays.fill(counts, least, greatest + 1, 0);
        }
        total = 0;
        least = Integer.MAX_VALUE;
        greatest = -1;
    }

    /** The largest value of the bucket that so many percent of the values do not exceed; 0 without values. */
    long quantile(double percent) {
        double just = Math.min(Math.max(Math.nextAfter(percent, Double.NEGATIVE_INFINITY), 0), 100);
        long wanted = Math.max(1, (long) Math.ceil(just * total / 100));
        long seen = 0;
        for (int bucket = least; bucket <= greatest; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted) {
                return highest(bucket);
            }
        }
        return 0;
    }

    private void reach(int bucket) {
        if (bucket >= counts.length) {
            counts = Arrays.copyOf(counts, (bucket / HALF + 1) * HALF);
        }
    }

    private static int bucket(long value) {
        int scale = UNIT_ZEROS - Long.numberOfLeadingZeros(value | UNIT_MASK);
        return (scale << HALF_BITS) + (int) (value >>> scale);
    }

    private static long highest(int bucket) {
        int scale = Math.max(0, (bucket >> HALF_BITS) - 1);
        return ((long) bucket - ((long) scale << HALF_BITS) << scale) + (1L << scale) - 1;
    }
}
