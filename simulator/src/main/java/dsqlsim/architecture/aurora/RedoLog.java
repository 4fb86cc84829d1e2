package dsqlsim.architecture.aurora;

import dsqlsim.engine.Redo;

/** The recent records of a volume's log, by their place: a ring. What a later epoch wrote to a place holds. */
final class RedoLog {
    /** So many are kept in any case, for secondaries that are handed over to another primary. */
    private static final int KEPT = 1 << 14;

    private Redo[] ring = new Redo[1024];
    /** Of the writers of the records. */
    private long[] epochs = new long[1024];

    private long first = 1;
    private long last;

    void put(Redo redo, long epoch) {
        while (redo.lsn - first >= ring.length) {
            grow();
        }
        int slot = slot(redo.lsn);
        if (redo.lsn > last || ring[slot] == null || epochs[slot] <= epoch) {
            ring[slot] = redo;
            epochs[slot] = epoch;
            last = Math.max(last, redo.lsn);
        }
    }

    /** The record at a place; null if it is not kept any more, or not there yet. */
    Redo get(long lsn) {
        return lsn < first || lsn > last ? null : ring[slot(lsn)];
    }

    long first() {
        return first;
    }

    /** Forgets what nobody needs: everything before a place but the most recent. */
    void trim(long needed) {
        long upTo = Math.min(needed, last - KEPT);
        while (first < upTo) {
            ring[slot(first++)] = null;
        }
    }

    /** Begins anew behind a place. */
    void restart(long behind) {
        ring = new Redo[1024];
        epochs = new long[1024];
        first = behind + 1;
        last = behind;
    }

    private int slot(long lsn) {
        return (int) lsn & ring.length - 1;
    }

    private void grow() {
        Redo[] wider = new Redo[2 * ring.length];
        long[] widerEpochs = new long[wider.length];
        for (long lsn = first; lsn <= last; lsn++) {
            wider[(int) lsn & wider.length - 1] = ring[slot(lsn)];
            widerEpochs[(int) lsn & wider.length - 1] = epochs[slot(lsn)];
        }
        ring = wider;
        epochs = widerEpochs;
    }
}
