package dsqlsim.operation;

import dsqlsim.kernel.Deferred;
import dsqlsim.world.World;

/** The cluster of a region: its state, and what its state depends on. */
final class Cluster {
    final String name;
    private final World world;
    private ClusterState state;
    boolean isProtected;
    long usedAt;
    /** Tells a transition that is under way from one that has been overtaken. */
    private int epoch;

    Cluster(World world, String name, ClusterState state) {
        this.world = world;
        this.name = name;
        this.state = state;
    }

    ClusterState state() {
        return state;
    }

    void become(ClusterState next) {
        if (state != next) {
            state = next;
            epoch++;
            world.observer().noted("cluster-state", name, next.label(), world.now());
        }
    }

    /** Does something after a while, unless the state has changed until then. */
    void afterwards(long nanos, Runnable then) {
        int now = epoch;
        world.simulation().after(nanos, new Deferred(Kinds.TRANSITION, () -> {
            if (epoch == now) {
                then.run();
            }
        }));
    }

    void becomeAfter(long nanos, ClusterState next) {
        afterwards(nanos, () -> become(next));
    }
}
