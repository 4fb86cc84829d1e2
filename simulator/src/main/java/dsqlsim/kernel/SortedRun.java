package dsqlsim.kernel;

import java.util.Arrays;

/** The next few events in order, latest first, so that the next one is taken from the end. */
final class SortedRun {
    private final Slots slots;
    private long[] time = new long[256];
    private int[] slot = new int[256];
    private int count;

    SortedRun(Slots slots) {
        this.slots = slots;
    }

    int count() {
        return count;
    }

    /** When the next event is due; only if there is one. */
    long firstTime() {
        return time[count - 1];
    }

    /** When the last event of the run is due; only if there is one. */
    long lastTime() {
        return time[0];
    }

    int removeFirst() {
        return slot[--count];
    }

    /** Puts a slot where it belongs. */
    void insert(int added) {
        reserve();
        sink(count++, 1, slots.time[added], added);
    }

    /** Adds a list of slots in no order; {@link #sort} follows, or {@link #moveTo}. */
    void addAll(int list) {
        for (int s = list; s != 0; s = slots.next[s]) {
            reserve();
            time[count] = slots.time[s];
            slot[count++] = s;
        }
    }

    /** Moves everything to a rung. */
    void moveTo(Rung rung) {
        for (int i = 0; i < count; i++) {
            rung.add(slot[i], time[i]);
        }
        count = 0;
    }

    /** Shell's sort: for one or two events, the usual number, as good as any, and never slow when thousands are due at once. */
    void sort() {
        int gap = 1;
        while (gap < count / 3) {
            gap = 3 * gap + 1;
        }
        for (; gap > 0; gap /= 3) {
            for (int i = gap; i < count; i++) {
                sink(i, gap, time[i], slot[i]);
            }
        }
    }

    private void sink(int from, int gap, long dueAt, int added) {
        int i = from;
        while (i >= gap && isEarlier(i - gap, dueAt, added)) {
            time[i] = time[i - gap];
            slot[i] = slot[i - gap];
            i -= gap;
        }
        time[i] = dueAt;
        slot[i] = added;
    }

    private boolean isEarlier(int index, long dueAt, int than) {
        return time[index] != dueAt ? time[index] < dueAt : slots.sequence[slot[index]] < slots.sequence[than];
    }

    private void reserve() {
        if (count == slot.length) {
            time = Arrays.copyOf(time, 2 * count);
            slot = Arrays.copyOf(slot, 2 * count);
        }
    }
}
