package dsqlsim.check;

import java.util.Arrays;

/**
 * For every row the highest start timestamp at which it was read, and the timestamp of the version that was then seen: side by
 * side, for they are looked up together. 0 before the first read.
 */
final class LastReads {
    private static final int PAGE = 512;

    private long[][] pages = new long[128][];

    /** The highest start timestamp at which a row was read. */
    long at(int row) {
        long[] page = row / PAGE < pages.length ? pages[row / PAGE] : null;
        return page == null ? 0 : page[row % PAGE * 2];
    }

    /** The commit timestamp of what that read saw; 0: the row's first state. */
    long saw(int row) {
        long[] page = row / PAGE < pages.length ? pages[row / PAGE] : null;
        return page == null ? 0 : page[row % PAGE * 2 + 1];
    }

    /** A row was read; only the read with the highest start counts. */
    void read(int row, long start, long saw) {
        int number = row / PAGE;
        if (number >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(number + 1, 2 * pages.length));
        }
        if (pages[number] == null) {
            pages[number] = new long[2 * PAGE];
        }
        long[] page = pages[number];
        int i = row % PAGE * 2;
        if (start > page[i]) {
            page[i] = start;
            page[i + 1] = saw;
        }
    }
}
