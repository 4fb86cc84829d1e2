package dsqlsim.architecture.dsql;

import dsqlsim.txn.Version;
import java.util.Arrays;

/**
 * The versions of a partition's rows. A version that follows on the same predecessor is shared between replicas; where a replica's
 * history differs (a bug), it gets a version of its own.
 */
final class RowVersions {
    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;

    private Version[][] pages;

    RowVersions() {
        this(new Version[16][]);
    }

    private RowVersions(Version[][] pages) {
        this.pages = pages;
    }

    /** The newest version at or before a timestamp, or null: the row's initial state. */
    Version asOf(int index, long timestamp) {
        Version version = newest(index);
        while (version != null && version.timestamp > timestamp) {
            version = version.previous;
        }
        return version;
    }

    Version newest(int index) {
        int page = index >>> PAGE_BITS;
        return page < pages.length && pages[page] != null ? pages[page][index & (PAGE - 1)] : null;
    }

    /** Adds a version; {@code shared} is one that another replica made of the same write, or null. Returns what is stored. */
    Version add(int index, long timestamp, long writer, Version shared, long collectBefore) {
        Version head = newest(index);
        Version version = shared;
        if (shared == null || shared.previous != head) {
            version = new Version(timestamp, writer, head);
            if (head != null && head.timestamp <= collectBefore) {
                head.previous = null;
            }
        }
        int page = index >>> PAGE_BITS;
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
        }
        if (pages[page] == null) {
            pages[page] = new Version[PAGE];
        }
        pages[page][index & (PAGE - 1)] = version;
        return version;
    }

    RowVersions copy() {
        Version[][] copies = new Version[pages.length][];
        for (int i = 0; i < pages.length; i++) {
            copies[i] = pages[i] == null ? null : pages[i].clone();
        }
        return new RowVersions(copies);
    }
}
