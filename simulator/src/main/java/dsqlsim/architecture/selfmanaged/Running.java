package dsqlsim.architecture.selfmanaged;

import dsqlsim.architecture.Deployment;
import dsqlsim.architecture.Footprint;
import dsqlsim.architecture.Gateway;
import dsqlsim.architecture.Injections;
import dsqlsim.engine.SqlGateway;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import dsqlsim.txn.Survivors;
import dsqlsim.world.Node;
import dsqlsim.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The design at work: what the audit, operators and faults ask of it. */
final class Running implements Deployment, Survivors {
    private final World world;
    private final Site site;
    private final Repair repair;
    private final Injections injections = new Injections();
    private final SqlGateway gateway;

    Running(World world, Site site, Repair repair) {
        this.world = world;
        this.site = site;
        this.repair = repair;
        this.gateway = new SqlGateway(world, site.address, injections);
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
        int machines = site.config.standby ? 2 : 1;
        return new Footprint(Footprint.Compute.INSTANCES, machines, machines, 1, 0);
    }

    /** {@code failover} and {@code restore}: whatever is needed to have a primary again, decided by now. */
    @Override
    public Optional<String> operate(String action, Map<String, String> parameters) {
        return List.of("failover", "restore").contains(action)
                ? repair.act()
                : Optional.of("there is no such action in this design");
    }

    // ---- audit

    /** What a primary in service does not have is lost; else it may be with a standby, in a backup, or on a disk that is out. */
    @Override
    public Found find(long attempt, int journal, long sequence, long commit, Plan plan) {
        boolean down = false;
        for (Machine each : site.machines) {
            if (each.timeline() >= 0 && holds(each.timeline(), each.onDisk(), journal, sequence)) {
                if (each.up()) {
                    return Found.PRESENT;
                }
                down = true;
            }
        }
        if (site.primary.up() && site.primary.state() == Machine.State.PRIMARY) {
            return Found.LOST;
        }
        for (Snapshot each : site.store.snapshots()) {
            if (each.usable && holds(each.timeline, each.lsn(), journal, sequence)) {
                if (site.store.up()) {
                    return Found.PRESENT;
                }
                down = true;
            }
        }
        return down ? Found.UNAVAILABLE : Found.LOST;
    }

    private boolean holds(int timeline, long lsn, int ofTimeline, long ofLsn) {
        return site.timelines.holds(timeline, lsn, ofTimeline, ofLsn);
    }

    /** What the oldest backup that is kept has needs no more watching. */
    @Override
    public boolean retains(int journal, long sequence) {
        List<Snapshot> all = site.store.snapshots();
        if (all.isEmpty()) {
            return true;
        }
        Snapshot oldest = all.get(0);
        return !holds(oldest.timeline, oldest.lsn(), journal, sequence);
    }

    // ---- faults

    @Override
    public boolean plays(Node node, String role) {
        return switch (role) {
            case "database" -> node == site.primary;
            case "standby" -> node == site.standby;
            default -> node.role.equals(role);
        };
    }

    @Override
    public void loseDisk(Node node) {
        if (node instanceof Machine machine) {
            machine.loseDisk();
        } else if (node instanceof BackupStore store) {
            store.lose();
        }
    }

    @Override
    public void slowDisk(Node node, double factor) {
        if (node instanceof Machine machine) {
            machine.scaleDiskSlowness(factor);
        }
    }

    @Override
    public void noteLostLeaders() {
        Machine primary = site.primary;
        if (primary.up() && primary.paused()) {
            world.observer().happened("leader-lost", primary.id, 0, primary.timeline() + 1L, world.now());
        }
    }

    @Override
    public Object refuseCommits(double share, Outcome outcome, long key) {
        return new Object();
    }

    @Override
    public Object refuseConnections(boolean[] endpoints, double share, boolean drop, long key) {
        Injections.Refusals injection = new Injections.Refusals(endpoints, share, key);
        injections.add(injection);
        if (drop) {
            site.primary.drop(share, key, endpoints);
        }
        return injection;
    }

    @Override
    public void heal(Object handle) {
        injections.remove(handle);
    }
}
