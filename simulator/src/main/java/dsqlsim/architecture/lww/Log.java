package dsqlsim.architecture.lww;

/** The entries of one origin in their sequence, from 1, without gaps; the oldest are dropped once everybody has them. */
final class Log {
    private Entry[] ring = new Entry[16];
    private long first = 1;
    private long last;

    /** The sequence of the newest entry; 0 when there was none yet. */
    long last() {
        return last;
    }

    /** The oldest sequence that is kept; {@code last + 1} when none is. */
    long first() {
        return first;
    }

    Entry at(long sequence) {
        return ring[(int) (sequence & ring.length - 1)];
    }

    void add(Entry entry) {
        if (last - first + 1 == ring.length) {
            grow();
        }
        last = entry.sequence;
        ring[(int) (last & ring.length - 1)] = entry;
    }

    /** Drops everything up to a sequence. */
    void drop(long through) {
        for (; first <= Math.min(through, last); first++) {
            ring[(int) (first & ring.length - 1)] = null;
        }
    }

    /** The same entries as another's. */
    void copy(Log other) {
        ring = other.ring.clone();
        first = other.first;
        last = other.last;
    }

    private void grow() {
        Entry[] wider = new Entry[2 * ring.length];
        for (long i = first; i <= last; i++) {
            wider[(int) (i & wider.length - 1)] = at(i);
        }
        ring = wider;
    }
}
