package dsqlsim.fault;

import java.util.Locale;

/** Which way a link is cut, seen from the first side. */
public enum Direction {
    BOTH,
    /** What the first side sends is lost. */
    OUTBOUND,
    /** What the first side should receive is lost. */
    INBOUND;

    /** The name in scenarios. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
