package dsqlsim.trace;

import java.util.Arrays;

/** How long something usually takes: the median of the first so many. */
final class Typical {
    private final long[] first = new long[101];
    private int count;
    private long median = -1;

    /** The median, or -1 before there were enough. */
    long median() {
        return median;
    }

    void add(long nanos) {
        if (count < first.length) {
            first[count++] = nanos;
            if (count == first.length) {
                long[] sorted = first.clone();
                Arrays.sort(sorted);
                median = sorted[count / 2];
            }
        }
    }
}
