package dsqlsim.kernel;

import java.util.Arrays;

/** A map from long keys to long values without boxing: open addressing, linear probing, no order that could be iterated. */
public final class LongMap {
    /** What {@link #get} and {@link #remove} answer for a key that is not there. Values must differ from it. */
    public static final long ABSENT = Long.MIN_VALUE;

    private long[] keys = new long[64];
    private long[] values = new long[64];
    private int size;

    public LongMap() {
        Arrays.fill(values, ABSENT);
    }

    public int size() {
        return size;
    }

    public long get(long key) {
        return values[find(key)];
    }

    public boolean contains(long key) {
        return get(key) != ABSENT;
    }

    /** Sets the value of a key. */
    public void put(long key, long value) {
        int slot = find(key);
        if (values[slot] == ABSENT) {
            keys[slot] = key;
            size++;
        }
        values[slot] = value;
        if (2 * size > keys.length) {
            grow();
        }
    }

    /** Takes a key out and answers its value. */
    public long remove(long key) {
        int slot = find(key);
        long value = values[slot];
        if (value != ABSENT) {
            size--;
            close(slot);
        }
        return value;
    }

    public void clear() {
        Arrays.fill(values, ABSENT);
        size = 0;
    }

    private int find(long key) {
        int mask = keys.length - 1;
        int slot = home(key);
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private int home(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & keys.length - 1;
    }

    /** Empties a slot and moves back what had been pushed past it. */
    private void close(int slot) {
        int mask = keys.length - 1;
        int hole = slot;
        for (int i = slot + 1 & mask; values[i] != ABSENT; i = i + 1 & mask) {
            if ((i - home(keys[i]) & mask) >= (i - hole & mask)) {
                keys[hole] = keys[i];
                values[hole] = values[i];
                hole = i;
            }
        }
        values[hole] = ABSENT;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new long[keys.length];
        Arrays.fill(values, ABSENT);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                int slot = find(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
