package dsqlsim.explore;

import java.util.Locale;

/** How much may go wrong at once. */
public enum Budget {
    /** At every instant at most one failure domain (a region; in a single region a zone) is away or coming back. */
    SURVIVABLE,
    /** Anything at any time. The system may stop; it may never be wrong. */
    ANY,
    /** As any, and clocks lie about their bound: only the order of reads may suffer. */
    LIES;

    /** The name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
