package dsqlsim.architecture.dsql;

import java.util.Arrays;

/** The last commit timestamp of each row of a shard: all that a conflict decision needs. Pages come with the first commit in them. */
final class ConflictTable {
    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;

    private final int shards;
    private long[][] pages = new long[16][];

    ConflictTable(int shards) {
        this.shards = shards;
    }

    /** The last commit timestamp of a row, or -1. */
    long last(int row) {
        int index = row / shards;
        int page = index >>> PAGE_BITS;
        if (page >= pages.length || pages[page] == null) {
            return -1;
        }
        return pages[page][index & (PAGE - 1)] - 1;
    }

    /** Notes a commit, unless a later one is known. */
    void record(int row, long timestamp) {
        if (timestamp > last(row)) {
            set(row, timestamp);
        }
    }

    /** Sets the last commit timestamp of a row, also backwards: an undecided append was dropped. */
    void set(int row, long timestamp) {
        int index = row / shards;
        int page = index >>> PAGE_BITS;
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
        }
        if (pages[page] == null) {
            pages[page] = new long[PAGE];
        }
        pages[page][index & (PAGE - 1)] = timestamp + 1;
    }
}
