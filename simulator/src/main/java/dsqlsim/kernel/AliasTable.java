package dsqlsim.kernel;

import java.util.Arrays;

/**
 * Draws an index with probability proportional to its weight, in constant time (Walker 1977, built as Vose 1991 does). Every index
 * has a cell of equal probability, and gives what it has too much to another that lacks it.
 */
public final class AliasTable {
    /** The most weights there can be. */
    public static final int SIZE_MAX = 1 << 22;

    private static final int ALIAS_BITS = 22;
    private static final long ALIAS = SIZE_MAX - 1;

    /** By cell: the share, in 2^-42, that is the cell's own index, and the index that the rest of it stands for. */
    private final long[] cells;

    /** Weights of at least zero, not all zero. */
    public AliasTable(double[] weights) {
        int size = weights.length;
        Invariant.check(size > 0 && size <= SIZE_MAX, "an alias table cannot have %s weights", size);
        cells = new long[size];
        double[] share = shares(weights);
        // Indices that have less than a cell's worth are stacked from the front, the others from the back.
        int[] stacks = new int[size];
        int poor = 0;
        int rich = size;
        for (int i = 0; i < size; i++) {
            if (share[i] < 1) {
                stacks[poor++] = i;
            } else {
                stacks[--rich] = i;
            }
        }
        while (poor > 0 && rich < size) {
            int taker = stacks[--poor];
            int giver = stacks[rich];
            cells[taker] = (long) (share[taker] * 0x1.0p42) << ALIAS_BITS | giver;
            share[giver] -= 1 - share[taker];
            if (share[giver] < 1) {
                rich++;
                stacks[poor++] = giver;
            }
        }
        // What is left is a full cell but for rounding.
        while (poor > 0) {
            fill(stacks[--poor]);
        }
        for (; rich < size; rich++) {
            fill(stacks[rich]);
        }
    }

    /** How many indices there are. */
    public int size() {
        return cells.length;
    }

    /** An index, drawn with the bits of {@code key}. */
    public int draw(long key) {
        int index = (int) Randomness.below(key, cells.length);
        // Where in its cell the key falls.
        long position = ((key & ~1L) * cells.length) >>> ALIAS_BITS;
        long cell = cells[index];
        return position < cell >>> ALIAS_BITS ? index : (int) (cell & ALIAS);
    }

    private void fill(int index) {
        cells[index] = index;
    }

    private static double[] shares(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] share = Arrays.copyOf(weights, weights.length);
        for (int i = 0; i < share.length; i++) {
            share[i] *= share.length / sum;
        }
        return share;
    }
}
