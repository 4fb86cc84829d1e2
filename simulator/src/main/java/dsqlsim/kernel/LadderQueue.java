package dsqlsim.kernel;

import java.util.Arrays;

/**
 * Slots in exact order of (time, sequence), in constant time each however many there are.
 *
 * <p>A ladder queue (Tang, Goh and Thng 2005). What is far away lies unsorted in {@code far}. What is nearer lies in buckets of
 * rungs, each rung the subdivision of one bucket of the rung above. Only the bucket that is due is sorted, into {@code due}.
 * What is due at this very instant needs no sorting at all: it was scheduled later than all else of this instant and waits in
 * {@code immediate}, first in, first out.
 */
final class LadderQueue {
    /** A bucket with more events than this is cut into a rung of its own. */
    private static final int BUCKET_MAX = 48;

    /** A sorted run that has grown beyond this becomes a rung again. */
    private static final int RUN_MAX = 4 * BUCKET_MAX;

    private final Slots slots;
    private final SortedRun due;
    private Rung[] rungs = new Rung[0];
    private int depth;

    private int far;
    private int farCount;
    private long farStart;
    private long farMin = Long.MAX_VALUE;
    private long farMax;

    private int immediate;
    private int immediateLast;

    LadderQueue(Slots slots) {
        this.slots = slots;
        this.due = new SortedRun(slots);
    }

    /** Adds a slot that is due now and ranks behind everything that is pending. */
    void addImmediate(int slot) {
        slots.next[slot] = 0;
        if (immediate == 0) {
            immediate = slot;
        } else {
            slots.next[immediateLast] = slot;
        }
        immediateLast = slot;
    }

    /** Adds a slot; its time is not before that of the slot polled last. */
    void add(int slot) {
        long time = slots.time[slot];
        if (time >= farStart) {
            addFar(slot, time);
            return;
        }
        for (int i = 0; i < depth; i++) {
            Rung rung = rungs[i];
            if (time >= rung.current) {
                rung.add(slot, time);
                return;
            }
        }
        due.insert(slot);
        if (due.count() > RUN_MAX && due.lastTime() > due.firstTime()) {
            cutRun(due.firstTime());
        }
    }

    /** Takes the first slot that is due at or before the horizon, or returns 0. {@code now} is the time of the slot polled last. */
    int poll(long now, long horizon) {
        boolean any = due.count() != 0 || refill();
        if (immediate != 0 && (!any || due.firstTime() > now)) {
            return pollImmediate(now, horizon);
        }
        return any && due.firstTime() <= horizon ? due.removeFirst() : 0;
    }

    private int pollImmediate(long now, long horizon) {
        if (now > horizon) {
            return 0;
        }
        int slot = immediate;
        immediate = slots.next[slot];
        return slot;
    }

    private void addFar(int slot, long time) {
        slots.next[slot] = far;
        far = slot;
        farCount++;
        farMin = Math.min(farMin, time);
        farMax = Math.max(farMax, time);
    }

    /** Brings the next bucket into the run; false when there is none. */
    private boolean refill() {
        while (depth > 0 && rungs[depth - 1].isEmpty()) {
            depth--;
        }
        if (depth == 0) {
            if (farCount == 0) {
                farStart = 0;
                return false;
            }
            cutFar();
        }
        takeBucket();
        return true;
    }

    /** Sorts the next bucket into the run; one with too many events becomes a rung, and its first bucket takes its place. */
    private void takeBucket() {
        while (true) {
            Rung rung = rungs[depth - 1];
            long start = rung.takeBucket(due, end(depth - 1));
            if (due.count() <= BUCKET_MAX || !rung.divisible()) {
                due.sort();
                return;
            }
            cutRun(start);
        }
    }

    private void cutFar() {
        int list = far;
        farStart = farMax + 1;
        Rung rung = push(farMin, farStart, farCount);
        far = 0;
        farCount = 0;
        farMin = Long.MAX_VALUE;
        farMax = 0;
        while (list != 0) {
            int rest = slots.next[list];
            rung.add(list, slots.time[list]);
            list = rest;
        }
    }

    /** Makes the run a rung from {@code start} on, which is not after its first event. */
    private void cutRun(long start) {
        due.moveTo(push(start, end(depth), due.count()));
    }

    /** Where the rung of an index ends: where the current bucket of the one above does. */
    private long end(int index) {
        return index == 0 ? farStart : rungs[index - 1].current;
    }

    private Rung push(long from, long to, int count) {
        if (depth == rungs.length) {
            rungs = Arrays.copyOf(rungs, depth + 1);
            rungs[depth] = new Rung(slots);
        }
        Rung rung = rungs[depth++];
        rung.open(from, to, count);
        return rung;
    }
}
