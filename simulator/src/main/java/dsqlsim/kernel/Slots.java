package dsqlsim.kernel;

import java.util.Arrays;

/**
 * Where pending events are kept: one slot each, as columns of primitive arrays that lists are threaded through. Slot 0 is
 * never used and stands for "none".
 */
final class Slots {
    Event[] event = new Event[64];
    long[] time = new long[64];
    long[] sequence = new long[64];
    int[] next = new int[64];
    int[] previous = new int[64];

    private int free;
    private int used = 1;

    /** A slot for an event, or for nothing when that is null, due at a time and ranked there by a sequence number. */
    int take(Event what, long timeNanos, long rank) {
        int slot = free;
        if (slot != 0) {
            free = next[slot];
        } else {
            slot = fresh();
        }
        // What fired stays in its slot until another takes it: an event that schedules itself again costs no write
        // barrier.
        if (event[slot] != what) {
            event[slot] = what;
        }
        time[slot] = timeNanos;
        sequence[slot] = rank;
        return slot;
    }

    void release(int slot) {
        next[slot] = free;
        free = slot;
    }

    private int fresh() {
        if (used == time.length) {
            int length = used * 2;
            event = Arrays.copyOf(event, length);
            time = Arrays.copyOf(time, length);
            sequence = Arrays.copyOf(sequence, length);
            next = Arrays.copyOf(next, length);
            previous = Arrays.copyOf(previous, length);
        }
        return used++;
    }
}
