package dsqlsim.check;

import java.util.Arrays;

/** A long for every row, made a page at a time when first set; 0 before. */
final class LongPages {
    private static final int PAGE = 1024;

    private long[][] pages = new long[64][];

    long get(int row) {
        long[] page = row / PAGE < pages.length ? pages[row / PAGE] : null;
        return page == null ? 0 : page[row % PAGE];
    }

    void set(int row, long value) {
        int number = row / PAGE;
        if (number >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(number + 1, 2 * pages.length));
        }
        if (pages[number] == null) {
            pages[number] = new long[PAGE];
        }
        pages[number][row % PAGE] = value;
    }
}
