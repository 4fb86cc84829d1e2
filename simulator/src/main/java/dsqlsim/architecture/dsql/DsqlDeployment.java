package dsqlsim.architecture.dsql;

import dsqlsim.architecture.Deployment;
import dsqlsim.architecture.Footprint;
import dsqlsim.architecture.Gateway;
import dsqlsim.architecture.Injections;
import dsqlsim.architecture.Waiting;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import dsqlsim.txn.Survivors;
import dsqlsim.world.Node;
import dsqlsim.world.World;

/** A deployment at work. */
final class DsqlDeployment implements Deployment, Survivors {
    private final World world;
    private final Layout layout;
    private final Gateway gateway;

    DsqlDeployment(World world, Layout layout) {
        this.world = world;
        this.layout = layout;
        this.gateway = new DsqlGateway(world, layout);
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
    public Waiting waiting() {
        return Standstill.tell(layout, world.now());
    }

    @Override
    public Footprint footprint() {
        return new Footprint(Footprint.Compute.REQUESTS, 0, layout.fullRegions, layout.fullRegions, 0);
    }

    // ---- audit

    @Override
    public Found find(long attempt, int journal, long sequence, long commit, Plan plan) {
        Journal best = null;
        for (Journal each : layout.journals[journal]) {
            if (each.up() && !each.learner() && better(each, best)) {
                best = each;
            }
        }
        if (best != null && holds(best, attempt, sequence)) {
            return Found.PRESENT;
        }
        for (Journal each : layout.journals[journal]) {
            if (!each.up() && holds(each, attempt, sequence) && better(each, best)) {
                return Found.UNAVAILABLE;
            }
        }
        return Found.LOST;
    }

    private static boolean better(Journal one, Journal other) {
        return other == null
                || one.logEpoch() > other.logEpoch()
                || one.logEpoch() == other.logEpoch()
                        && one.log().last() > other.log().last();
    }

    private static boolean holds(Journal journal, long attempt, long sequence) {
        Log log = journal.log();
        return sequence < log.first() || log.holds(sequence) && log.at(sequence).attempt == attempt;
    }

    @Override
    public boolean retains(int journal, long sequence) {
        long first = 1;
        for (Journal each : layout.journals[journal]) {
            if (each.up()) {
                first = Math.max(first, each.log().first());
            }
        }
        return first == 1 || sequence >= first + RETAIN_MARGIN;
    }

    private static final long RETAIN_MARGIN = 64;

    // ---- faults

    @Override
    public boolean plays(Node node, String role) {
        if (node instanceof Adjudicator adjudicator) {
            boolean leads = adjudicator.leader() != null;
            return switch (role) {
                case "adjudicator" -> true;
                case "adjudicator-leader" -> leads;
                case "adjudicator-standby" -> !leads;
                default -> false;
            };
        }
        return node.role.equals(role);
    }

    @Override
    public void loseDisk(Node node) {
        if (node instanceof Journal journal) {
            journal.loseDisk();
        } else if (node instanceof StorageReplica replica && replica.up()) {
            replica.rebuild();
        }
    }

    @Override
    public void slowDisk(Node node, double factor) {
        if (node instanceof Journal journal) {
            journal.scaleDiskSlowness(factor);
        }
    }

    @Override
    public void noteLostLeaders() {
        for (Adjudicator[] shard : layout.adjudicators) {
            for (Adjudicator each : shard) {
                if (each.up() && each.leader() != null && (each.paused() || each.cutOff())) {
                    world.observer()
                            .happened(
                                    "leader-lost",
                                    each.id,
                                    each.shard,
                                    each.leader().epoch(),
                                    world.now());
                }
            }
        }
    }

    @Override
    public Object refuseCommits(double share, Outcome outcome, long key) {
        Injections.Conflicts injection = new Injections.Conflicts(share, outcome, key);
        layout.injections.add(injection);
        return injection;
    }

    @Override
    public Object refuseConnections(boolean[] endpoints, double share, boolean drop, long key) {
        Injections.Refusals injection = new Injections.Refusals(endpoints, share, key);
        layout.injections.add(injection);
        for (int region = 0; drop && region < layout.hosts.length; region++) {
            for (QueryProcessor[] zone : endpoints[region] ? layout.hosts[region] : new QueryProcessor[0][]) {
                for (QueryProcessor host : zone) {
                    host.drop(share, key);
                }
            }
        }
        return injection;
    }

    @Override
    public void heal(Object handle) {
        layout.injections.remove(handle);
    }
}
