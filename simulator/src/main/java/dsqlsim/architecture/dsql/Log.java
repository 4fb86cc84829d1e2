package dsqlsim.architecture.dsql;

import java.util.Arrays;

/**
 * The entries a journal replica or leader holds: a run of sequence numbers without gaps, of which the oldest are dropped once they
 * are in the snapshot. Each entry carries the true time at which it is on disk here.
 */
final class Log {
    private static final Entry[] NONE = {};

    private Entry[] entries;
    private long[] persistedAt;
    private int head;
    private int size;
    private long first = 1;
    private long droppedThrough = -1;

    Log() {
        this(16);
    }

    private Log(int capacity) {
        entries = new Entry[capacity];
        persistedAt = new long[capacity];
    }

    /** Sequence number of the oldest entry kept. */
    long first() {
        return first;
    }

    /** Sequence number of the newest entry; one less than {@link #first} when empty. */
    long last() {
        return first + size - 1;
    }

    long lastTimestamp() {
        return size == 0 ? -1 : at(last()).timestamp;
    }

    /** Commit timestamp of the oldest entry kept, or -1. */
    long firstTimestamp() {
        return size == 0 ? -1 : at(first).timestamp;
    }

    boolean holds(long sequence) {
        return sequence >= first && sequence <= last();
    }

    Entry at(long sequence) {
        return entries[index(sequence)];
    }

    void append(Entry entry, long persisted) {
        if (size == entries.length) {
            grow();
        }
        int i = (head + size) & (entries.length - 1);
        entries[i] = entry;
        persistedAt[i] = persisted;
        size++;
    }

    /** The newest sequence number that is on disk at a time. */
    long persistedThrough(long time) {
        long sequence = last();
        while (sequence >= first && persistedAt[index(sequence)] > time) {
            sequence--;
        }
        return sequence;
    }

    void cutAfter(long sequence) {
        while (last() > sequence && size > 0) {
            size--;
            entries[(head + size) & (entries.length - 1)] = null;
        }
    }

    /** Drops entries committed at or before a timestamp, but for the newest. */
    void dropUpTo(long timestamp) {
        while (size > 1 && entries[head].timestamp <= timestamp) {
            droppedThrough = entries[head].timestamp;
            entries[head] = null;
            head = (head + 1) & (entries.length - 1);
            size--;
            first++;
        }
    }

    /** The commit timestamp up to which entries have been dropped, or -1. */
    long droppedThrough() {
        return droppedThrough;
    }

    /** The first sequence number after a commit timestamp; one more than {@link #last} when there is none. */
    long firstAfter(long timestamp) {
        long low = first;
        long high = last() + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (at(middle).timestamp > timestamp) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The entries from a sequence number to another, both included. */
    Entry[] slice(long from, long to) {
        if (to < from) {
            return NONE;
        }
        Entry[] slice = new Entry[(int) (to - from + 1)];
        for (int i = 0; i < slice.length; i++) {
            slice[i] = at(from + i);
        }
        return slice;
    }

    Log copy() {
        Log copy = new Log(entries.length);
        System.arraycopy(entries, 0, copy.entries, 0, entries.length);
        System.arraycopy(persistedAt, 0, copy.persistedAt, 0, entries.length);
        copy.head = head;
        copy.size = size;
        copy.first = first;
        copy.droppedThrough = droppedThrough;
        return copy;
    }

    /** A copy whose entries are all on disk from a time on. */
    Log copyPersisted(long time) {
        Log copy = copy();
        Arrays.fill(copy.persistedAt, time);
        return copy;
    }

    private int index(long sequence) {
        return (head + (int) (sequence - first)) & (entries.length - 1);
    }

    private void grow() {
        Entry[] wider = new Entry[entries.length * 2];
        long[] times = new long[wider.length];
        for (int i = 0; i < size; i++) {
            int from = (head + i) & (entries.length - 1);
            wider[i] = entries[from];
            times[i] = persistedAt[from];
        }
        entries = wider;
        persistedAt = times;
        head = 0;
    }
}
