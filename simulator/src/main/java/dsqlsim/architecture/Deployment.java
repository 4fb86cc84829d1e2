package dsqlsim.architecture;

import dsqlsim.txn.Outcome;
import dsqlsim.txn.Survivors;
import dsqlsim.world.Node;
import java.util.Map;
import java.util.Optional;

/** A design that runs in a world: where clients connect, what the audit may ask, and what faults can do to it beside its machines. */
public interface Deployment {
    Gateway gateway();

    Survivors survivors();

    /** Who waits for whom at this moment, and whether the quorums that are there allow them to go on. */
    default Waiting waiting() {
        return Waiting.NOBODY;
    }

    /** What it occupies, for a bill. */
    Footprint footprint();

    /** Whether a node has a role now; roles that move, such as a leader's, are the design's own to know. */
    boolean plays(Node node, String role);

    /** The durable state of a node is gone. Does nothing to a node that has none. */
    void loseDisk(Node node);

    /** The disk of a node is slower by a factor. */
    void slowDisk(Node node, double factor);

    /** Marks leaders that a fault has just stopped or cut off, so that their replacement can be timed. */
    void noteLostLeaders();

    /** A share of commits is refused with an outcome; the handle ends it. */
    Object refuseCommits(double share, Outcome outcome, long key);

    /** A share of connections to some endpoints is refused, or with {@code drop} those that are open are lost too; the handle ends it. */
    Object refuseConnections(boolean[] endpoints, double share, boolean drop, long key);

    void heal(Object handle);

    /**
     * An operator acts, now: {@code failover}, {@code switchover} and what else a design has. The parameters are those of the
     * scenario, {@code to} for a region. Empty when the action is under way (it may take long, and fail); else why it is refused.
     */
    default Optional<String> operate(String action, Map<String, String> parameters) {
        return Optional.of("there is no such action in this design");
    }
}
