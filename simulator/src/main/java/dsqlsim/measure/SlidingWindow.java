package dsqlsim.measure;

/** Counts the operations that start within a fixed time, and those of them that are good; its begin and end only move on. */
final class SlidingWindow {
    private final OperationLog log;
    private final long nanos;
    private long end;
    private long good;
    private long all;

    SlidingWindow(OperationLog log, long nanos) {
        this.log = log;
        this.nanos = nanos;
    }

    long nanos() {
        return nanos;
    }

    /** Takes in all that start before {@code at} + its length. They must have been decided. */
    void reach(long at) {
        while (end < log.next() && log.start(end) < at + nanos) {
            count(end++, 1);
        }
    }

    /** Its first operation leaves. */
    void leave(long number) {
        if (number < end) {
            count(number, -1);
        } else {
            end = number + 1;
        }
    }

    /** Empties it; it will begin with the given number. */
    void restart(long number) {
        end = number;
        good = 0;
        all = 0;
    }

    /** Whether at least 95 % are good; an empty window is not. */
    boolean good() {
        return all > 0 && 100 * good >= 95 * all;
    }

    private void count(long number, int by) {
        byte state = log.state(number);
        all += state == OperationLog.LEFT_OUT ? 0 : by;
        good += state == OperationLog.GOOD ? by : 0;
    }
}
