package dsqlsim.kernel;

/** One rung of a {@link LadderQueue}: a stretch of time cut into buckets of equal width, each a list of slots in no order. */
final class Rung {
    private int[] head = new int[16];
    private int[] size = new int[16];
    private long start;
    private int shift;
    private int at;
    private int count;

    /** From here on this rung takes events; the buckets before have been emptied. */
    long current;

    /** Makes this an empty rung over [from, to) with about two buckets for each of the expected events. */
    void open(long from, long to, int expected) {
        long last = to - 1 - from;
        shift = Math.max(0, 64 - Long.numberOfLeadingZeros(last / (2L * expected)));
        int buckets = (int) (last >>> shift) + 1;
        if (buckets > head.length) {
            head = new int[Math.max(buckets, 2 * head.length)];
            size = new int[head.length];
        }
        start = from;
        current = from;
        at = 0;
        count = 0;
    }

    void add(Slots slots, int slot) {
        int bucket = (int) ((slots.time[slot] - start) >>> shift);
        slots.next[slot] = head[bucket];
        head[bucket] = slot;
        size[bucket]++;
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Moves to the next bucket that is not empty. */
    void advance() {
        int bucket = at;
        while (head[bucket] == 0) {
            bucket++;
        }
        at = bucket;
    }

    /** When the bucket that {@link #advance} stopped at begins. */
    long bucketStart() {
        return start + ((long) at << shift);
    }

    int bucketSize() {
        return size[at];
    }

    /** Whether the events of a bucket can differ in time. */
    boolean divisible() {
        return shift > 0;
    }

    /** Takes the list out of the current bucket; from now this rung begins behind it, but not behind {@code end}, its own end. */
    int takeBucket(long end) {
        int list = head[at];
        count -= size[at];
        head[at] = 0;
        size[at] = 0;
        at++;
        current = Math.min(end, bucketStart());
        return list;
    }
}
