package dsqlsim.measure;

import java.util.Arrays;

/** Operations in the order of their start, numbered consecutively: a ring that is dropped from the front. */
final class OperationLog {
    static final byte PENDING = 0;
    static final byte GOOD = 1;
    static final byte BAD = 2;
    /** Open at the end of the run, and still in time: nobody knows. */
    static final byte LEFT_OUT = 3;

    private long[] starts = new long[256];
    private byte[] states = new byte[256];
    private long first;
    private long next;

    long first() {
        return first;
    }

    /** The number that the next operation gets. */
    long next() {
        return next;
    }

    long start(long number) {
        return starts[slot(number)];
    }

    byte state(long number) {
        return states[slot(number)];
    }

    /** Sets a state; does nothing for an operation that was dropped. */
    void set(long number, byte state) {
        if (number >= first) {
            states[slot(number)] = state;
        }
    }

    /** Adds one that starts after all others, and answers its number. */
    long add(long start, byte state) {
        if (next - first == starts.length) {
            grow();
        }
        starts[slot(next)] = start;
        states[slot(next)] = state;
        return next++;
    }

    /** Adds one in its place by start; the numbers after it rise by one. */
    void insert(long start, byte state) {
        add(start, state);
        long at = next - 1;
        while (at > first && start(at - 1) > start) {
            starts[slot(at)] = start(at - 1);
            states[slot(at)] = state(at - 1);
            at--;
        }
        starts[slot(at)] = start;
        states[slot(at)] = state;
    }

    /** Forgets all before a number. */
    void drop(long before) {
        first = before;
    }

    private int slot(long number) {
        return (int) number & starts.length - 1;
    }

    private void grow() {
        long[] oldStarts = starts;
        byte[] oldStates = states;
        int mask = oldStarts.length - 1;
        starts = Arrays.copyOf(oldStarts, 2 * oldStarts.length);
        states = Arrays.copyOf(oldStates, starts.length);
        for (long number = first; number < next; number++) {
            starts[slot(number)] = oldStarts[(int) number & mask];
            states[slot(number)] = oldStates[(int) number & mask];
        }
    }
}
