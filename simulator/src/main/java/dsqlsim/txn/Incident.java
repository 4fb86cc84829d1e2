package dsqlsim.txn;

import java.util.Locale;

/**
 * Something that a design lets happen without anybody being told, worth a count: the metrics and results of it are named after
 * its {@link #label}. One line here adds another.
 */
public enum Incident {
    /** See {@link #meaning}. */
    CONFLICTS("versions of a row met of which neither had seen the other"),
    UNNOTICED_CONFLICTS("those of them that were taken for an order, so that nobody can be told"),
    LOST_UPDATES("acknowledged writes of a row replaced by a version whose writer had not seen them"),
    CAUSAL_INVERSIONS("versions refused or replaced in favour of one that their writer had seen"),
    CACHE_STALE_READS(
            "rows that a cache answered with a version older than one acknowledged before: not the database's fault"),
    CACHE_LOST_UPDATES("updates of a cache that had not arrived at the secondary that was promoted");

    private final String meaning;

    Incident(String meaning) {
        this.meaning = meaning;
    }

    /** What is counted, in one line. */
    public String meaning() {
        return meaning;
    }

    /** The name in results and expectations, such as {@code lost-updates}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
