package dsqlsim.kernel;

/** One rung of a {@link LadderQueue}: a stretch of time cut into buckets of equal width, each a list of slots in no order. */
final class Rung {
    private final Slots slots;
    private int[] head = new int[16];
    private long start;
    private int shift;
    private int bucket;
    private int count;

    /** From here on this rung takes events; the buckets before have been emptied. */
    long current;

    Rung(Slots slots) {
        this.slots = slots;
    }

    /** Makes this an empty rung over [from, to) with one or two buckets for each of the expected events. */
    void open(long from, long to, int expected) {
        long last = to - 1 - from;
        shift = 64 - Long.numberOfLeadingZeros(last / (2L * expected));
        int buckets = (int) (last >>> shift) + 1;
        if (buckets > head.length) {
            head = new int[Math.max(buckets, 2 * head.length)];
        }
        start = from;
        current = from;
        bucket = 0;
        count = 0;
    }

    void add(int slot, long time) {
        int index = (int) ((time - start) >>> shift);
        slots.next[slot] = head[index];
        head[index] = slot;
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether the events of a bucket can differ in time. */
    boolean divisible() {
        return shift > 0;
    }

    /**
     * Moves the next bucket that is not empty into the run and returns when that bucket began. This rung then begins behind it, but not
     * behind {@code end}, its own end.
     */
    long takeBucket(SortedRun run, long end) {
        int index = bucket;
        while (head[index] == 0) {
            index++;
        }
        run.addAll(head[index]);
        head[index] = 0;
        count -= run.count();
        bucket = index + 1;
        current = Math.min(end, start + ((long) bucket << shift));
        return start + ((long) index << shift);
    }
}
