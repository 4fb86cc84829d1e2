package dsqlsim.kernel;

import java.util.Arrays;

/** Numbers of which the least is at hand. */
final class LongHeap {
    private long[] values = new long[16];
    private int size;

    int size() {
        return size;
    }

    /** The least; only if there is one. */
    long least() {
        return values[0];
    }

    /** Any of them: index 0 to size - 1. */
    long get(int index) {
        return values[index];
    }

    void clear() {
        size = 0;
    }

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (values[parent] <= value) {
                break;
            }
            values[hole] = values[parent];
            hole = parent;
        }
        values[hole] = value;
    }

    void removeLeast() {
        long last = values[--size];
        if (size > 0) {
            sink(last);
        }
    }

    /** The same as removing the least and then adding, in one go. */
    void replaceLeast(long value) {
        sink(value);
    }

    private void sink(long value) {
        int hole = 0;
        while (2 * hole + 1 < size) {
            int child = 2 * hole + 1;
            if (child + 1 < size && values[child + 1] < values[child]) {
                child++;
            }
            if (value <= values[child]) {
                break;
            }
            values[hole] = values[child];
            hole = child;
        }
        values[hole] = value;
    }
}
