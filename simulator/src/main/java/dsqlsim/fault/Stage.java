package dsqlsim.fault;

import dsqlsim.txn.Outcome;
import java.util.List;
import java.util.Map;

/**
 * What faults can do to a running system. Nodes are numbers. Everything that can be held down is counted, so that what two
 * faults did is over only when both took it back. Handles are the stage's own; {@link #heal} takes one back.
 */
public interface Stage {
    /** The nodes that a target means now. Empty if there are none. */
    int[] resolve(Target target);

    /** The node loses its volatile state, until {@link #restart}. */
    void crash(int node);

    void restart(int node);

    /** The node freezes with what it has, until {@link #resume}. */
    void pause(int node);

    void resume(int node);

    /** The node's service times are multiplied. */
    void slow(int node, double factor);

    void unslow(int node, double factor);

    /** Writes to the node's disk do not end, until {@link #unstallDisk}. */
    void stallDisk(int node);

    void unstallDisk(int node);

    void slowDisk(int node, double factor);

    void unslowDisk(int node, double factor);

    /** The node's durable state is gone. */
    void loseDisk(int node);

    /** Cuts the links between two sides; {@code other} null is everything else. */
    Object cut(List<Target> side, List<Target> other, Direction direction, boolean clients);

    /** Impairs the links between two sides; {@code other} null is everything else. */
    Object impair(List<Target> side, List<Target> other, Impairment impairment);

    /** Power: every node of the place crashes and its links are dead. */
    Object placeOutage(Target place);

    /** Takes back what a handle stands for. */
    void heal(Object handle);

    /** The clock is not synchronised any more: its bound widens, until {@link #regainSync}. */
    void loseSync(int node);

    void regainSync(int node);

    /** The clock drifts by so many parts per million more. */
    void drift(int node, double ppm);

    void undrift(int node, double ppm);

    /** The clock jumps once, and knows it no sooner than its next synchronisation. */
    void step(int node, long nanos);

    /** The clock's status is disrupted: it gives no usable bound, until {@link #undisrupt}. */
    void disrupt(int node);

    void undisrupt(int node);

    /** The clock is off by so many nanoseconds more than its bound says, until {@link #unlie}. */
    void lie(int node, long nanos);

    void unlie(int node, long nanos);

    /** A workload's arrivals (null: every workload's) are multiplied. */
    void scaleLoad(String workload, double factor);

    void unscaleLoad(String workload, double factor);

    /** A share of a workload's transactions (null: of every workload's) moves onto few keys. */
    void hotKeys(String workload, double share, int keys);

    void coolKeys(String workload, double share, int keys);

    /** A share of commits is refused with an outcome. */
    Object conflicts(double share, Outcome outcome);

    /** A share of connections at some endpoints (null: all) is refused or dropped: {@code refuse}, {@code drop}. */
    Object failConnections(List<Target> endpoints, double share, String mode);

    /** An operator does something after so long a decision: {@code failover}, {@code switchover}. */
    Object operate(String action, long decisionNanos, Map<String, String> parameters);

    /** DNS gives stale answers ({@code stale}) or health checks stop ({@code health-checks}) for some endpoints (null: all). */
    Object dns(String what, List<Target> endpoints);
}
