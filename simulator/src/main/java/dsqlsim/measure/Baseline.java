package dsqlsim.measure;

import java.util.Arrays;

/**
 * What operations were like in phase {@code before}: the median of their durations and the mean gap between their starts. The
 * median is exact up to a million operations, and to 3 significant digits beyond.
 */
final class Baseline {
    private static final int EXACT_MAX = 1 << 20;

    private long[] durations = new long[256];
    private int exact;
    private Histogram histogram;
    private long started;
    private long firstStart = Long.MAX_VALUE;
    private long lastStart;

    void started(long start) {
        started++;
        firstStart = Math.min(firstStart, start);
        lastStart = Math.max(lastStart, start);
    }

    void ended(long nanos) {
        if (histogram != null) {
            histogram.record(nanos);
        } else if (exact == EXACT_MAX) {
            histogram = new Histogram();
            for (long duration : durations) {
                histogram.record(duration);
            }
            histogram.record(nanos);
            durations = new long[0];
        } else {
            if (exact == durations.length) {
                durations = Arrays.copyOf(durations, 2 * exact);
            }
            durations[exact++] = nanos;
        }
    }

    /** How many operations began. */
    long started() {
        return started;
    }

    boolean empty() {
        return exact == 0;
    }

    /** The median of an even number is the mean of the middle two, rounded down. */
    long medianNanos() {
        if (histogram != null) {
            return histogram.quantile(50);
        }
        Arrays.sort(durations, 0, exact);
        return (durations[(exact - 1) / 2] + durations[exact / 2]) / 2;
    }

    /** 0 with fewer than two starts. */
    long meanGapNanos() {
        return started < 2 ? 0 : (lastStart - firstStart) / (started - 1);
    }
}
