package dsqlsim.architecture.dsql;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * What one crossbar knows of one journal: which replicas reported what under which log epoch, the entries that wait for a quorum,
 * and the entries that are certain and wait for the merge.
 *
 * <p>An entry is certain when a quorum reported it under one log epoch. A promise counts only after every entry before it.
 */
final class JournalFeed {
    final int shard;
    private final int quorum;
    private final long[] reportedEpoch;
    private final long[] reportedLast;
    private final long[] scratch;

    /** The newest log epoch reported: only reports under it count. */
    private long epoch;

    /** Bodies of the entries after {@link #certain}, by sequence modulo the array's length. */
    private Entry[] window = new Entry[64];

    private long certain;
    private long passed;

    private final ArrayDeque<Entry> merging = new ArrayDeque<>();

    private long[] promiseAfter = new long[64];
    private long[] promiseFloor = new long[64];
    private int promiseHead;
    private int promiseCount;
    private long newestFloor;
    private long promiseEpoch;

    /** The leader that the last promise named, and its epoch. */
    Adjudicator leader;

    long leaderEpoch;

    JournalFeed(int shard, int members, int quorum) {
        this.shard = shard;
        this.quorum = quorum;
        reportedEpoch = new long[members];
        reportedLast = new long[members];
        scratch = new long[members];
    }

    /** Starts over: everything at or below a timestamp has been delivered already. */
    void restart(long deliveredThrough) {
        Arrays.fill(reportedEpoch, 0);
        Arrays.fill(reportedLast, 0);
        Arrays.fill(window, null);
        epoch = 0;
        certain = -1;
        passed = deliveredThrough;
        merging.clear();
        promiseCount = 0;
        newestFloor = 0;
        promiseEpoch = 0;
    }

    /** Whether this feed does not know yet where in the journal it stands. */
    boolean lost() {
        return certain < 0;
    }

    /** The next entry to come is the one with this sequence number. */
    void startAt(long sequence) {
        certain = sequence - 1;
    }

    long certain() {
        return certain;
    }

    /** No entry at or below this timestamp will come any more. */
    long passed() {
        return passed;
    }

    ArrayDeque<Entry> merging() {
        return merging;
    }

    /** Notes how far a replica's log is on disk under an epoch. */
    void reported(int member, long under, long last) {
        if (under < reportedEpoch[member]) {
            return;
        }
        reportedLast[member] = under > reportedEpoch[member] ? last : Math.max(last, reportedLast[member]);
        reportedEpoch[member] = under;
        if (under > epoch) {
            epoch = under;
            Arrays.fill(window, null);
        }
    }

    /** Keeps the body of an entry that a replica holds under an epoch. */
    void offer(Entry entry, long under) {
        if (under != epoch || certain < 0 || entry.sequence <= certain) {
            return;
        }
        while (entry.sequence - certain > window.length) {
            widen();
        }
        window[(int) (entry.sequence & (window.length - 1))] = entry;
    }

    private void widen() {
        Entry[] wider = new Entry[window.length * 2];
        for (Entry entry : window) {
            if (entry != null && entry.sequence > certain) {
                wider[(int) (entry.sequence & (wider.length - 1))] = entry;
            }
        }
        window = wider;
    }

    /** How far a quorum of replicas holds the journal under the newest log epoch. */
    long quorumThrough() {
        int count = 0;
        for (int i = 0; i < reportedLast.length; i++) {
            if (reportedEpoch[i] == epoch) {
                scratch[count++] = reportedLast[i];
            }
        }
        return kthLargest(scratch, count, quorum, -1);
    }

    /** The k-th largest of the first {@code count} values, or {@code none} when there are fewer than k. Reorders them. */
    static long kthLargest(long[] values, int count, int k, long none) {
        if (count < k) {
            return none;
        }
        for (int i = 1; i < count; i++) {
            long value = values[i];
            int j = i - 1;
            while (j >= 0 && values[j] < value) {
                values[j + 1] = values[j];
                j--;
            }
            values[j + 1] = value;
        }
        return values[k - 1];
    }

    /** Makes entries certain as far as quorum and bodies go. Returns whether {@link #passed} rose. */
    boolean advance() {
        if (certain < 0) {
            return false;
        }
        long before = passed;
        long through = quorumThrough();
        while (certain < through) {
            int slot = (int) ((certain + 1) & (window.length - 1));
            Entry entry = window[slot];
            if (entry == null || entry.sequence != certain + 1) {
                break;
            }
            window[slot] = null;
            certain++;
            if (entry.timestamp > passed) {
                passed = entry.timestamp;
            }
            merging.add(entry);
        }
        takePromises();
        return passed > before;
    }

    /** Whether a quorum holds entries whose bodies never arrived here. */
    boolean hungry() {
        if (certain < 0) {
            return true;
        }
        if (quorumThrough() <= certain) {
            return false;
        }
        Entry next = window[(int) ((certain + 1) & (window.length - 1))];
        return next == null || next.sequence != certain + 1;
    }

    /** A replica that holds what this feed lacks, or -1. */
    int holder() {
        int best = -1;
        for (int i = 0; i < reportedLast.length; i++) {
            if (reportedEpoch[i] == epoch
                    && reportedLast[i] > certain
                    && (best < 0 || reportedLast[i] > reportedLast[best])) {
                best = i;
            }
        }
        return best;
    }

    /**
     * Queues a promise until every entry before it is certain. What an earlier leader promised after entries that nobody adopted
     * would wait for ever, and its successor starts above it: it is dropped. Returns whether the promise is news.
     */
    boolean promised(long under, long afterSequence, long floor) {
        if (under > promiseEpoch) {
            promiseEpoch = under;
            promiseCount = 0;
            newestFloor = passed;
        }
        if (under < promiseEpoch || floor <= newestFloor) {
            return false;
        }
        newestFloor = floor;
        if (promiseCount == promiseAfter.length) {
            growPromises();
        }
        int i = (promiseHead + promiseCount++) & (promiseAfter.length - 1);
        promiseAfter[i] = afterSequence;
        promiseFloor[i] = floor;
        return true;
    }

    private void takePromises() {
        while (promiseCount > 0 && promiseAfter[promiseHead] <= certain) {
            passed = Math.max(passed, promiseFloor[promiseHead]);
            promiseHead = (promiseHead + 1) & (promiseAfter.length - 1);
            promiseCount--;
        }
    }

    private void growPromises() {
        int n = promiseAfter.length;
        long[] after = new long[n * 2];
        long[] floor = new long[n * 2];
        for (int i = 0; i < n; i++) {
            after[i] = promiseAfter[(promiseHead + i) & (n - 1)];
            floor[i] = promiseFloor[(promiseHead + i) & (n - 1)];
        }
        promiseAfter = after;
        promiseFloor = floor;
        promiseHead = 0;
    }
}
