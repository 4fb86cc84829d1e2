package dsqlsim.txn;

import java.util.Arrays;

/** The versions of a partition's rows, newest first. Pages come with the first write in them. */
public final class RowVersions {
    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;

    private Version[][] pages;

    /** Versions that replaced another which may still be read, oldest first: a ring. */
    private Version[] replacing = new Version[64];

    private int head;
    private int count;

    public RowVersions() {
        this(new Version[16][]);
    }

    private RowVersions(Version[][] pages) {
        this.pages = pages;
    }

    /** The newest version at or before a timestamp, or null: the row's initial state. */
    public Version asOf(int index, long timestamp) {
        Version version = newest(index);
        while (version != null && version.timestamp > timestamp) {
            version = version.previous;
        }
        return version;
    }

    public Version newest(int index) {
        int page = index >>> PAGE_BITS;
        return page < pages.length && pages[page] != null ? pages[page][index & (PAGE - 1)] : null;
    }

    /** Puts a version on top of what it replaces; what nobody may read any more, before a timestamp, is let go. */
    public void add(int index, Version version, long collectBefore) {
        int page = index >>> PAGE_BITS;
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
        }
        if (pages[page] == null) {
            pages[page] = new Version[PAGE];
        }
        pages[page][index & (PAGE - 1)] = version;
        if (version.previous != null) {
            remember(version);
        }
        while (count > 0 && replacing[head].timestamp <= collectBefore) {
            replacing[head].previous = null;
            replacing[head] = null;
            head = (head + 1) & (replacing.length - 1);
            count--;
        }
    }

    private void remember(Version version) {
        if (count == replacing.length) {
            Version[] wider = new Version[count * 2];
            for (int i = 0; i < count; i++) {
                wider[i] = replacing[(head + i) & (count - 1)];
            }
            replacing = wider;
            head = 0;
        }
        replacing[(head + count++) & (replacing.length - 1)] = version;
    }

    /** Takes the newest version of a row away. */
    public void undo(int index) {
        pages[index >>> PAGE_BITS][index & (PAGE - 1)] = newest(index).previous;
    }

    public RowVersions copy() {
        Version[][] copies = new Version[pages.length][];
        for (int i = 0; i < pages.length; i++) {
            copies[i] = pages[i] == null ? null : pages[i].clone();
        }
        return new RowVersions(copies);
    }
}
