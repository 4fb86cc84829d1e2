package dsqlsim.check;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import java.util.Arrays;

/**
 * The committed versions of every row, newest first, as far as clients or storage have seen them: known from the first
 * delivery anywhere or from the acknowledgement, whichever comes first.
 *
 * <p>Versions are numbered nodes in arrays; a node is given back when it was replaced {@link #KEPT_NANOS} ago.
 */
final class RowHistory {
    /** No version: the row's initial state. */
    static final int NONE = 0;
    /** Older versions have been forgotten. */
    static final int FORGOTTEN = -1;

    static final long UNKNOWN = -1;
    /** How long a replaced version is remembered, in nanoseconds. */
    static final long KEPT_NANOS = 30_000_000_000L;

    private static final int PAGE = 1024;
    private static final int NEARBY = 16;

    private int[][] newest = new int[64][];
    private long[] timestamp = new long[1024];
    private long[] writer = new long[1024];
    private long[] start = new long[1024];
    private long[] acknowledgedAt = new long[1024];
    private int[] older = new int[1024];
    private int[] newer = new int[1024];
    private int[] row = new int[1024];
    private int used = 1;
    private int free = NONE;
    private final IntQueue replaced = new IntQueue();

    /** The newest version of a row, or {@link #NONE}. */
    int newest(int rowNumber) {
        int[] page = rowNumber / PAGE < newest.length ? newest[rowNumber / PAGE] : null;
        return page == null ? NONE : page[rowNumber % PAGE];
    }

    /** The version before, {@link #NONE} or {@link #FORGOTTEN}. */
    int older(int node) {
        return older[node];
    }

    /** The version after, or {@link #NONE}. */
    int newer(int node) {
        return newer[node];
    }

    long timestamp(int node) {
        return timestamp[node];
    }

    long writer(int node) {
        return writer[node];
    }

    /** The writer's start timestamp; {@link #UNKNOWN} until its client was told that it committed. */
    long start(int node) {
        return start[node];
    }

    /** The true time of its acknowledgement, or {@link #UNKNOWN}. */
    long acknowledgedAt(int node) {
        return acknowledgedAt[node];
    }

    /** The newest version with a timestamp of at most {@code time}; {@link #NONE} or {@link #FORGOTTEN}. */
    int at(int rowNumber, long time) {
        int node = newest(rowNumber);
        while (node > NONE && timestamp[node] > time) {
            node = older[node];
        }
        return node;
    }

    /** The oldest known version with a timestamp above {@code time}, or {@link #NONE}. */
    int after(int rowNumber, long time) {
        int node = newest(rowNumber);
        int after = NONE;
        while (node > NONE && timestamp[node] > time) {
            after = node;
            node = older[node];
        }
        return after;
    }

    /** How many steps below or above a version the same writer has another one of this row; 0 for none nearby. */
    int again(int node) {
        int down = older[node];
        int up = newer[node];
        for (int steps = 1; steps <= NEARBY; steps++) {
            if (down > NONE && writer[down] == writer[node] || up > NONE && writer[up] == writer[node]) {
                return steps;
            }
            down = down > NONE ? older[down] : NONE;
            up = up > NONE ? newer[up] : NONE;
        }
        return 0;
    }

    /** Whether a writer has any of the newest versions of a row. */
    boolean wroteLately(int rowNumber, long attempt) {
        int node = newest(rowNumber);
        for (int i = 0; i < NEARBY && node > NONE; i++) {
            if (writer[node] == attempt) {
                return true;
            }
            node = older[node];
        }
        return false;
    }

    /** A version is seen: answers its node if it is new, {@link #NONE} if it was known or is too old to matter. */
    int add(int rowNumber, long commit, long attempt, long now) {
        expire(now);
        int before = at(rowNumber, commit);
        if (before == FORGOTTEN || isVersion(before, commit, attempt)) {
            return NONE;
        }
        int node = take();
        timestamp[node] = commit;
        writer[node] = attempt;
        start[node] = UNKNOWN;
        acknowledgedAt[node] = UNKNOWN;
        row[node] = rowNumber;
        link(node, before);
        return node;
    }

    /** A client was told that an attempt committed a row: answers the version's node, as {@link #find} does. */
    int acknowledged(Attempt attempt, int rowNumber) {
        int node = find(rowNumber, attempt.commit, attempt.id);
        if (node > NONE) {
            start[node] = attempt.start;
            acknowledgedAt[node] = attempt.endedAt;
        }
        return node;
    }

    /** The node of a version, or {@link #NONE} or {@link #FORGOTTEN}. */
    int find(int rowNumber, long commit, long attempt) {
        int node = at(rowNumber, commit);
        while (node > NONE && timestamp[node] == commit && writer[node] != attempt) {
            node = older[node];
        }
        return node > NONE && timestamp[node] != commit ? NONE : node;
    }

    /** Whether an ended attempt has versions that can be told from others. */
    static boolean wrote(Attempt attempt) {
        return attempt.outcome == Outcome.COMMITTED && !attempt.plan.readOnly() && attempt.commit >= 0;
    }

    /** How many versions are kept. */
    int size() {
        int count = used - 1;
        for (int node = free; node != NONE; node = older[node]) {
            count--;
        }
        return count;
    }

    private boolean isVersion(int node, long commit, long attempt) {
        return node > NONE && timestamp[node] == commit && writer[node] == attempt;
    }

    private void link(int node, int before) {
        int after = before > NONE ? newer[before] : oldestOf(row[node], before);
        older[node] = before;
        newer[node] = after;
        if (before > NONE) {
            newer[before] = node;
            if (after == NONE) {
                replaced.add(before);
            }
        }
        if (after == NONE) {
            page(row[node])[row[node] % PAGE] = node;
        } else {
            older[after] = node;
            replaced.add(node);
        }
    }

    /** The oldest version of a row that has any, else {@link #NONE}. */
    private int oldestOf(int rowNumber, int before) {
        int node = newest(rowNumber);
        while (node > NONE && older[node] != before) {
            node = older[node];
        }
        return node;
    }

    /** Gives back versions that were replaced long ago. */
    private void expire(long now) {
        for (int i = 0; i < 2 && !replaced.isEmpty(); i++) {
            int node = replaced.first();
            if (timestamp[newer[node]] > now - KEPT_NANOS) {
                return;
            }
            replaced.remove();
            older[newer[node]] = older[node] > NONE ? older[node] : FORGOTTEN;
            if (older[node] > NONE) {
                newer[older[node]] = newer[node];
            }
            older[node] = free;
            free = node;
        }
    }

    private int take() {
        if (free != NONE) {
            int node = free;
            free = older[node];
            return node;
        }
        if (used == timestamp.length) {
            grow(2 * used);
        }
        return used++;
    }

    private void grow(int length) {
        timestamp = Arrays.copyOf(timestamp, length);
        writer = Arrays.copyOf(writer, length);
        start = Arrays.copyOf(start, length);
        acknowledgedAt = Arrays.copyOf(acknowledgedAt, length);
        older = Arrays.copyOf(older, length);
        newer = Arrays.copyOf(newer, length);
        row = Arrays.copyOf(row, length);
    }

    private int[] page(int rowNumber) {
        int number = rowNumber / PAGE;
        if (number >= newest.length) {
            newest = Arrays.copyOf(newest, Math.max(number + 1, 2 * newest.length));
        }
        if (newest[number] == null) {
            newest[number] = new int[PAGE];
        }
        return newest[number];
    }
}
