package dsqlsim.txn;

import java.util.Locale;

/** How an attempt ended (results: attempts). */
public enum Outcome {
    COMMITTED(false),
    /** Refused with SQLSTATE 40001, OC000: another transaction committed a key of this one. Certain. */
    ABORTED_OCC_DATA(true),
    /** Refused with SQLSTATE 40001, OC001: the catalog changed. Certain. */
    ABORTED_OCC_CATALOG(true),
    ABORTED_DEADLOCK(true),
    /** A documented limit was exceeded (rows, bytes, age). */
    ABORTED_LIMIT(true),
    /** The start timestamp is older than the conflict window or the retained versions. */
    ABORTED_SNAPSHOT_TOO_OLD(true),
    /** The database answered before commit was sent that it can't serve. */
    FAILED_UNAVAILABLE(false),
    /** No connection could be had, or it was lost before commit was sent. */
    FAILED_CONNECTION(false),
    /** The client's timeout passed before commit was sent. */
    FAILED_TIMEOUT(false),
    /** Commit was sent and no definite answer came: it may have committed. */
    UNKNOWN(false);

    private final boolean aborted;

    Outcome(boolean aborted) {
        this.aborted = aborted;
    }

    public boolean aborted() {
        return aborted;
    }

    public boolean failed() {
        return this == FAILED_UNAVAILABLE || this == FAILED_CONNECTION || this == FAILED_TIMEOUT;
    }

    /** The name of the cause in results, such as {@code occ-data}; for committed and unknown the outcome's own name. */
    public String label() {
        String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return name.startsWith("aborted-") ? name.substring(8) : name.startsWith("failed-") ? name.substring(7) : name;
    }
}
