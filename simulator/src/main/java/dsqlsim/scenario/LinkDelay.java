package dsqlsim.scenario;

import dsqlsim.kernel.Distribution;

/**
 * A one-way delay that the scenario sets itself, in both directions. Exactly one pair of ends is given.
 *
 * @param kind what {@code a} and {@code b} are
 * @param a a region, a zone or a role; for {@code LOCAL} and {@code ZONE} null
 * @param b the other end
 */
public record LinkDelay(Kind kind, String a, String b, Distribution delay) {
    /** What a delay is between. */
    public enum Kind {
        /** Nodes of one zone. */
        LOCAL,
        /** Zones of one region. */
        ZONE,
        /** Two zones of one region. */
        ZONES,
        /** Two regions. */
        REGIONS,
        /** Nodes of two roles, wherever they are. */
        ROLES
    }

    /** Whether it is between these two, in either order. */
    public boolean joins(String one, String other) {
        return (one.equals(a) && other.equals(b)) || (one.equals(b) && other.equals(a));
    }
}
