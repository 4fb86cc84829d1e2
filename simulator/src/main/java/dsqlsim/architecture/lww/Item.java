package dsqlsim.architecture.lww;

import java.util.Arrays;

/**
 * A version of a row as a replica holds it: what was written, and of each origin the last write of this row that is taken account of
 * in it (a dotted version vector). Only the vector-clock resolvers may look at the vector; the count of what went wrong always does.
 */
final class Item {
    final Write write;
    private final long[] seen;

    Item(Write write, long[] seen) {
        this.write = write;
        this.seen = seen;
    }

    /** The vector of a row that nobody has written yet. */
    static long[] nothing(int origins) {
        return new long[origins];
    }

    /** The vector of a writer that has read this. */
    long[] context() {
        long[] context = seen.clone();
        Entry dot = write.entry;
        context[dot.origin] = Math.max(context[dot.origin], dot.sequence);
        return context;
    }

    /** Whether a write is taken account of in this one. */
    boolean knows(Write other) {
        return other == write || seen[other.entry.origin] >= other.entry.sequence;
    }

    /** This version, having prevailed over another: its readers have seen both. */
    Item over(Item loser) {
        if (knows(loser.write) && Arrays.equals(seen, loser.seen)) {
            return this;
        }
        long[] union = loser.context();
        boolean same = true;
        for (int i = 0; i < union.length; i++) {
            union[i] = Math.max(union[i], seen[i]);
            same &= union[i] == seen[i];
        }
        return same ? this : new Item(write, union);
    }

    /** The whole vector, its own write included, as the naive order compares it: number by number. */
    int compareNumberByNumber(Item other) {
        return Arrays.compare(context(), other.context());
    }
}
