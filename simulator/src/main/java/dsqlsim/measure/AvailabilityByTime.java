package dsqlsim.measure;

/**
 * Availability by time of one workload, one region, or all: 100 ms buckets, by start, in which at least 95 % of the
 * transactions succeeded in time. An empty bucket is missed while a transaction older than 1 s is open, else left out.
 *
 * <p>Keeps the buckets from the oldest open transaction on, the rest only as counts per phase.
 */
final class AvailabilityByTime {
    private static final long BUCKET_NANOS = 100_000_000L;
    private static final long STUCK_NANOS = 1_000_000_000L;

    /** Tells when the oldest open transaction was offered. */
    interface Oldest {
        long offeredAt();
    }

    private final Phases phases;
    private final Oldest oldest;
    private final long[] total;
    private final long[] good;

    /** A ring: bucket b is at b modulo its length, for first <= b <= last. */
    private int[] begun = new int[64];

    private int[] done = new int[64];
    private int[] succeeded = new int[64];
    private boolean[] stuck = new boolean[64];
    private long first;
    private long last;

    AvailabilityByTime(Phases phases, Oldest oldest) {
        this.phases = phases;
        this.oldest = oldest;
        this.total = new long[phases.count()];
        this.good = new long[phases.count()];
    }

    /** Time has come to {@code now}; to be called before what happens then is counted. */
    void advance(long now) {
        long current = now / BUCKET_NANOS;
        if (last < current) {
            next();
            settle();
            if (first == last && oldest.offeredAt() == Long.MAX_VALUE) {
                // All buckets from here to now are empty and left out.
                last = current;
                first = current;
                empty();
            }
        }
        while (last < current) {
            next();
        }
        settle();
    }

    private void next() {
        stuck[slot(last)] = oldest.offeredAt() < (last + 1) * BUCKET_NANOS - STUCK_NANOS;
        last++;
        if (last - first == begun.length) {
            grow();
        }
        empty();
    }

    private void empty() {
        begun[slot(last)] = 0;
        done[slot(last)] = 0;
        succeeded[slot(last)] = 0;
    }

    private void settle() {
        while (first < last && done[slot(first)] == begun[slot(first)]) {
            decide(first++);
        }
    }

    void begin(long now) {
        begun[slot(now / BUCKET_NANOS)]++;
    }

    void end(long offeredAt, boolean inTime) {
        int slot = slot(offeredAt / BUCKET_NANOS);
        done[slot]++;
        succeeded[slot] += inTime ? 1 : 0;
    }

    /** At the end of the run, for a transaction that is open and not yet overdue: as if it had never begun. */
    void leaveOut(long offeredAt) {
        begun[slot(offeredAt / BUCKET_NANOS)]--;
    }

    /** The end of the run, once all that is open has been ended or left out. */
    void finish(long end) {
        advance(end);
        if (begun[slot(last)] > 0) {
            decide(last);
        }
    }

    void clear(int phase) {
        total[phase] = 0;
        good[phase] = 0;
    }

    Double share(int phase) {
        return Tally.share(good[phase], total[phase]);
    }

    private void decide(long bucket) {
        int slot = slot(bucket);
        if (begun[slot] == 0 && !stuck[slot]) {
            return;
        }
        boolean available = begun[slot] > 0 && 100L * succeeded[slot] >= 95L * begun[slot];
        for (int phase : phases.at(bucket * BUCKET_NANOS)) {
            total[phase]++;
            good[phase] += available ? 1 : 0;
        }
    }

    private int slot(long bucket) {
        return (int) bucket & begun.length - 1;
    }

    private void grow() {
        int old = begun.length;
        begun = unroll(begun);
        done = unroll(done);
        succeeded = unroll(succeeded);
        boolean[] wider = new boolean[2 * old];
        for (long b = first; b < last; b++) {
            wider[(int) b & 2 * old - 1] = stuck[(int) b & old - 1];
        }
        stuck = wider;
    }

    private int[] unroll(int[] ring) {
        int[] wider = new int[2 * ring.length];
        for (long b = first; b < last; b++) {
            wider[(int) b & wider.length - 1] = ring[(int) b & ring.length - 1];
        }
        return wider;
    }
}
