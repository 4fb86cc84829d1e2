package dsqlsim.architecture.dsql;

import java.util.Arrays;

/**
 * A leader's own measure of its append-to-quorum time: the 99th percentile of the last second. It sets how far promises and commit
 * timestamps lead the clock (facts 2.19).
 */
final class LeadEstimate {
    private static final int KEPT = 1024;
    private static final long SPAN = 1_000_000_000L;
    private static final long REFRESH = 100_000_000L;

    private final long[] times = new long[KEPT];
    private final long[] values = new long[KEPT];
    private final long[] scratch = new long[KEPT];
    private int next;
    private int count;
    private long estimate;
    private long refreshedAt = Long.MIN_VALUE / 2;

    /** {@code nominal} is what is taken without any sample, in nanoseconds. */
    LeadEstimate(long nominal) {
        estimate = nominal;
    }

    void sample(long value, long now) {
        times[next] = now;
        values[next] = value;
        next = (next + 1) & (KEPT - 1);
        count = Math.min(count + 1, KEPT);
    }

    /** The estimate in nanoseconds, at most 100 ms old. */
    long nanos(long now) {
        if (now - refreshedAt >= REFRESH) {
            refresh(now);
        }
        return estimate;
    }

    private void refresh(long now) {
        refreshedAt = now;
        int n = 0;
        for (int i = 0; i < count; i++) {
            int at = (next - 1 - i) & (KEPT - 1);
            if (now - times[at] > SPAN) {
                break;
            }
            scratch[n++] = values[at];
        }
        if (n > 0) {
            Arrays.sort(scratch, 0, n);
            estimate = scratch[Math.min(n - 1, n * 99 / 100)];
        }
    }
}
