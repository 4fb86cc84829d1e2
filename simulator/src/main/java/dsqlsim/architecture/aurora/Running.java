package dsqlsim.architecture.aurora;

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

/** A deployment at work. */
final class Running implements Deployment, Survivors {
    private final World world;
    private final AuroraConfig config;
    private final Endpoints endpoints;
    private final Global global;
    private final Injections injections = new Injections();
    private final Gateway gateway;
    private List<Cluster> clusters = List.of();

    Running(World world, AuroraConfig config, Endpoints endpoints, Global global) {
        this.world = world;
        this.config = config;
        this.endpoints = endpoints;
        this.global = global;
        this.gateway = new SqlGateway(world, endpoints, injections);
    }

    void begin(List<Cluster> all) {
        clusters = all;
        DbInstance writer = all.get(0).instances.get(0);
        endpoints.begin(all, writer);
        writer.writeFromStart();
        for (Cluster each : all) {
            each.control.begin(each.region == 0 ? writer : null);
            each.instances.forEach(DbInstance::begin);
        }
        if (global != null) {
            global.begin(all);
        }
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
        int secondaries = clusters.size() - 1;
        int machines = 1 + config.readers + (config.headless ? 0 : secondaries);
        return new Footprint(Footprint.Compute.CAPACITY, machines, clusters.size(), clusters.size(), secondaries);
    }

    // ---- audit

    @Override
    public Found find(long attempt, int journal, long sequence, long commit, Plan plan) {
        if (global != null && !global.timelines.holds(journal, sequence)) {
            return Found.LOST;
        }
        boolean later = false;
        for (Cluster each : clusters) {
            if (each.volume.holds(sequence, false)) {
                return Found.PRESENT;
            }
            later |= each.volume.holds(sequence, true);
        }
        return later ? Found.UNAVAILABLE : Found.LOST;
    }

    /** Until every region has it, it can still get lost. */
    @Override
    public boolean retains(int journal, long sequence) {
        for (Cluster each : clusters) {
            if (each.control.primary() && each.volume.timeline() == journal) {
                return each.volume.retains(sequence);
            }
        }
        return false;
    }

    // ---- faults

    @Override
    public boolean plays(Node node, String role) {
        if (node instanceof DbInstance instance) {
            return switch (instance.state()) {
                case WRITER, RECOVERING -> role.equals("writer");
                case READER -> role.equals("reader");
                default -> false;
            };
        }
        return node.role.equals(role);
    }

    @Override
    public void loseDisk(Node node) {
        if (node instanceof StorageCopy copy) {
            copy.loseDisk();
        }
    }

    @Override
    public void slowDisk(Node node, double factor) {
        if (node instanceof StorageCopy copy) {
            copy.scaleDisk(factor);
        }
    }

    @Override
    public void noteLostLeaders() {
        for (Cluster cluster : clusters) {
            for (DbInstance each : cluster.instances) {
                boolean writes = each.up() && each.state() == DbInstance.State.WRITER;
                if (writes && (each.paused() || cluster.volume.reachable(each) < AuroraConfig.WRITE_QUORUM)) {
                    world.observer().happened("leader-lost", each.id, 0, each.epoch(), world.now());
                }
            }
        }
    }

    @Override
    public Object refuseCommits(double share, Outcome outcome, long key) {
        return new Object(); // A conflict is found by locks here: nothing refuses a commit.
    }

    @Override
    public Object refuseConnections(boolean[] affected, double share, boolean drop, long key) {
        Injections.Refusals injection = new Injections.Refusals(affected, share, key);
        injections.add(injection);
        for (Cluster cluster : drop ? clusters : List.<Cluster>of()) {
            cluster.instances.forEach(each -> each.drop(share, key, affected));
        }
        return injection;
    }

    @Override
    public void heal(Object handle) {
        injections.remove(handle);
    }

    // ---- operators

    @Override
    public Optional<String> operate(String action, Map<String, String> parameters) {
        int region = parameters.containsKey("to") ? world.geography().regionIndex(parameters.get("to")) : -1;
        if (region >= clusters.size()) {
            return Optional.of("the database has no part in " + parameters.get("to"));
        }
        Cluster to = region < 0 ? null : clusters.get(region);
        return switch (action) {
            case "failover" -> failover(to);
            case "switchover" ->
                global == null || to == null
                        ? Optional.of("only a global database switches over, to a region")
                        : global.switchover(to);
            case "promote-reader" -> (to == null ? primary() : to).control.failover();
            case "add-instance" ->
                (to == null ? primary() : to).control.additions().order();
            default -> Optional.of("there is no such action in this design");
        };
    }

    /** Within the region that writes, or to another. */
    private Optional<String> failover(Cluster to) {
        boolean within = to == null || global == null || to == global.primary();
        return within ? primary().control.failover() : global.failover(to);
    }

    private Cluster primary() {
        return global == null ? clusters.get(0) : global.primary();
    }
}
