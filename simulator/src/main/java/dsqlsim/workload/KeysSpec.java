package dsqlsim.workload;

/**
 * Which rows transactions touch. Workloads that name one table share its rows; the table is as large as the largest
 * {@code space} among them. Rank r (from 1) is row r - 1 of the table.
 *
 * @param skew zipf: rank r has weight 1 / r^skew; 0 is uniform
 * @param hotShare hotspot: this share of the draws falls on the first {@code hotKeys} rows, evenly; the rest on the others
 */
public record KeysSpec(String table, int space, Kind kind, double skew, double hotShare, int hotKeys) {

    /** The law of one draw. */
    public enum Kind {
        UNIFORM,
        ZIPF,
        HOTSPOT
    }

    /** A million rows of one table, all alike. */
    public static final KeysSpec DEFAULT = uniform("main", 1_000_000);

    /** YCSB's usual skew. */
    public static final double DEFAULT_SKEW = 0.99;

    /** YCSB's hotspot: 80 % of the draws ... */
    public static final double DEFAULT_HOT_SHARE = 0.8;

    /** ... on 20 % of the rows. */
    public static final double DEFAULT_HOT_FRACTION = 0.2;

    public KeysSpec {
        if (space < 1 || !(skew >= 0) || !(hotShare >= 0 && hotShare <= 1)) {
            throw new IllegalArgumentException("keys of table " + table + " need a space, a skew and a hot share");
        }
        if (kind == Kind.HOTSPOT && (hotKeys < 1 || hotKeys > space)) {
            throw new IllegalArgumentException("between 1 and " + space + " hot keys, not " + hotKeys);
        }
    }

    public static KeysSpec uniform(String table, int space) {
        return new KeysSpec(table, space, Kind.UNIFORM, 0, 0, 0);
    }

    public static KeysSpec zipf(String table, int space, double skew) {
        return new KeysSpec(table, space, Kind.ZIPF, skew, 0, 0);
    }

    public static KeysSpec hotspot(String table, int space, double hotShare, int hotKeys) {
        return new KeysSpec(table, space, Kind.HOTSPOT, 0, hotShare, hotKeys);
    }
}
