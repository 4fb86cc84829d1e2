package dsqlsim.world;

import dsqlsim.kernel.Distribution;

/** How long messages travel when nothing is wrong. */
public interface Latency {
    /** One-way delay between two nodes: propagation and jitter. */
    Distribution oneWay(Node from, Node to);

    /** The rare extra delay that a message between regions may get. */
    Distribution tail();

    /** How long a broken path is tolerated before a connection and what was in flight on it are gone, in nanoseconds. */
    long connectionTimeout();

    /** Whether heartbeats and the like have a connection of their own, so that what else is sent does not wait for them. */
    default boolean heartbeatsApart() {
        return false;
    }
}
