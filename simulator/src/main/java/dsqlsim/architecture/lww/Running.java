package dsqlsim.architecture.lww;

import dsqlsim.architecture.Deployment;
import dsqlsim.architecture.Footprint;
import dsqlsim.architecture.Gateway;
import dsqlsim.architecture.Injections;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import dsqlsim.txn.Survivors;
import dsqlsim.world.Node;
import dsqlsim.world.World;

/** The design at work: what the audit and faults ask of it. */
final class Running implements Deployment, Survivors {
    private final Layout layout;
    private final Gateway gateway;

    Running(World world, Layout layout) {
        this.layout = layout;
        this.gateway = new LwwGateway(world, layout);
    }

    @Override
    public Gateway gateway() {
        return gateway;
    }

    @Override
    public Survivors survivors() {
        return this;
    }

    @Override
    public Footprint footprint() {
        int regions = layout.regions.length;
        return new Footprint(
                Footprint.Compute.INSTANCES, layout.origins.size(), layout.origins.size(), regions, regions - 1);
    }

    // ---- audit

    /** The journal of a commit is its origin's log. */
    @Override
    public Found find(long attempt, int journal, long sequence, long commit, Plan plan) {
        boolean down = false;
        for (Replica each : layout.origins) {
            if (each.replication.log(journal).last() >= sequence) {
                if (each.up()) {
                    return Found.PRESENT;
                }
                down = true;
            }
        }
        return down ? Found.UNAVAILABLE : Found.LOST;
    }

    /** What every replica has on disk is not looked for again. */
    @Override
    public boolean retains(int journal, long sequence) {
        return sequence > layout.everywhere(journal);
    }

    // ---- faults

    @Override
    public boolean plays(Node node, String role) {
        return node.role.equals(role);
    }

    @Override
    public void loseDisk(Node node) {
        if (node instanceof Replica replica) {
            replica.loseDisk();
        }
    }

    @Override
    public void slowDisk(Node node, double factor) {
        if (node instanceof Replica replica) {
            replica.replication.scaleDiskSlowness(factor);
        }
    }

    /** There are no leaders. */
    @Override
    public void noteLostLeaders() {}

    /** Nothing is certified here, so nothing is refused: the fault means nothing. */
    @Override
    public Object refuseCommits(double share, Outcome outcome, long key) {
        return new Object();
    }

    @Override
    public Object refuseConnections(boolean[] endpoints, double share, boolean drop, long key) {
        Injections.Refusals injection = new Injections.Refusals(endpoints, share, key);
        layout.injections.add(injection);
        for (Replica each : layout.origins) {
            if (drop && endpoints[each.region]) {
                each.sessions.drop(share, key);
            }
        }
        return injection;
    }

    @Override
    public void heal(Object handle) {
        layout.injections.remove(handle);
    }
}
