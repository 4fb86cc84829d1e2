package dsqlsim.world;

/** What a fault does to the links it matches, while it is installed. */
public interface LinkRule {
    boolean matches(Node from, Node to);

    /** Whether nothing gets through at all. */
    default boolean cuts() {
        return false;
    }

    /** The share of flows (pairs of nodes) that is affected, 0..1. */
    default double share() {
        return 1;
    }

    /** Tells this rule's draws from others'. */
    default long flowKey() {
        return 0;
    }

    /** Delay and jitter that this message gets on top, in nanoseconds. */
    default long addedDelay(long draw) {
        return 0;
    }

    default double loss() {
        return 0;
    }

    /** When this ends, if that is known; a packet that is sent again after it is not lost to it. */
    default long endsAt() {
        return Long.MAX_VALUE;
    }

    default double duplicate() {
        return 0;
    }

    /** Raw loss, duplication and reordering in place of TCP's. */
    default boolean datagrams() {
        return false;
    }
}
