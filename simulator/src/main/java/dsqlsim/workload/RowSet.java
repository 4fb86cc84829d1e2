package dsqlsim.workload;

import java.util.Arrays;

/** The rows drawn so far for one transaction: a set of ints that is emptied in no time. */
final class RowSet {
    private final int[] rows;
    private final int[] rounds;
    private final int mask;
    private int round;

    /** A set for up to {@code rowsMax} rows. */
    RowSet(int rowsMax) {
        int size = Integer.highestOneBit(Math.max(2, rowsMax)) * 4;
        rows = new int[size];
        rounds = new int[size];
        mask = size - 1;
    }

    void clear() {
        if (++round == 0) {
            Arrays.fill(rounds, 0);
            round = 1;
        }
    }

    boolean contains(int row) {
        return rounds[slot(row)] == round;
    }

    void add(int row) {
        int slot = slot(row);
        rows[slot] = row;
        rounds[slot] = round;
    }

    /** Where the row is, or would be. */
    private int slot(int row) {
        int slot = ((row * 0x9E3779B9) >>> 7) & mask;
        while (rounds[slot] == round && rows[slot] != row) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
