package dsqlsim.architecture.dsql;

import dsqlsim.architecture.Architecture;
import dsqlsim.architecture.ClientSite;
import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Deployment;
import dsqlsim.architecture.Footprint;
import dsqlsim.architecture.Gateway;
import dsqlsim.architecture.Guarantees;
import dsqlsim.architecture.Injections;
import dsqlsim.architecture.Waiting;
import dsqlsim.kernel.Station;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import dsqlsim.txn.Survivors;
import dsqlsim.world.Geography;
import dsqlsim.world.Node;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.List;

/** Aurora DSQL, in one region with journals over zones, or in two with journals over regions and a witness. */
public final class Dsql implements Architecture {
    private final String name;
    private final boolean multiRegion;

    private Dsql(String name, boolean multiRegion) {
        this.name = name;
        this.multiRegion = multiRegion;
    }

    public static Dsql singleRegion() {
        return new Dsql("dsql-single-region", false);
    }

    public static Dsql multiRegion() {
        return new Dsql("dsql-multi-region", true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Span span() {
        return multiRegion ? new Span(2, 2, true) : Span.ONE;
    }

    @Override
    public Guarantees guarantees(Setup setup) {
        List<Guarantees.Bound> bounds = new ArrayList<>();
        for (String disruption : List.of("infrastructure", "zone", "region").subList(0, multiRegion ? 3 : 2)) {
            bounds.add(new Guarantees.Bound("rpo", disruption, 0, "Aurora DSQL user guide, resilience"));
        }
        return new Guarantees(Guarantees.EVERY_CHECK, bounds);
    }

    @Override
    public Deployment deploy(World world, Setup setup) {
        Config config = new Config(setup.settings(), multiRegion, setup.serializable());
        Layout layout = new Layout(world.geography(), config, setup.shards(), setup.partitions());
        new Builder(world, layout, (int) setup.settings().number("journal.replicas")).build();
        return new Running(world, layout);
    }

    /** Adds the nodes of a deployment in a fixed order, and starts them. */
    private static final class Builder {
        private final World world;
        private final Layout layout;
        private final Config config;
        private final Geography places;
        private final int replicas;

        Builder(World world, Layout layout, int replicas) {
            this.world = world;
            this.layout = layout;
            this.config = layout.config;
            this.places = world.geography();
            this.replicas = replicas;
        }

        void build() {
            layout.connectionTimeout = world.connectionTimeout();
            for (int region = 0; region < places.regions().size(); region++) {
                sites(region);
            }
            for (int shard = 0; shard < layout.shards; shard++) {
                journals(shard);
                adjudicators(shard);
            }
            for (int region = 0; region < layout.fullRegions; region++) {
                regionalParts(region);
            }
            for (int region = 0; region < layout.controlPlanes.length; region++) {
                layout.controlPlanes[region] =
                        new ControlPlane(world, layout, "control-plane." + places.regionName(region), region);
            }
            layout.storageHop = world.delayBetween(layout.crossbars[0][0], layout.storage[0][0][0]);
            start();
        }

        private void sites(int region) {
            ClientSite[] sites = new ClientSite[places.zones(region)];
            for (int zone = 0; zone < sites.length; zone++) {
                sites[zone] = new ClientSite(world, "clients." + places.zoneName(region, zone), region, zone);
            }
            layout.sites.add(sites);
        }

        private void journals(int shard) {
            int members = config.multiRegion ? places.regions().size() : replicas;
            layout.journals[shard] = new Journal[members];
            for (int m = 0; m < members; m++) {
                int region = config.multiRegion ? m : 0;
                int zone = config.multiRegion ? -1 : m % places.zones(0);
                String place = zone < 0 ? places.regionName(region) : places.zoneName(region, zone);
                layout.journals[shard][m] =
                        new Journal(world, layout, "journal-" + shard + "." + place, region, zone, shard, m);
            }
        }

        private void adjudicators(int shard) {
            List<Adjudicator> all = new ArrayList<>();
            for (int region = 0; region < layout.fullRegions; region++) {
                for (int zone = 0; zone < places.zones(region); zone++) {
                    Journal beside = beside(shard, region, zone);
                    if (beside != null) {
                        String name = "adjudicator-" + shard + "." + places.zoneName(region, zone);
                        all.add(new Adjudicator(world, layout, name, region, zone, shard, beside));
                    }
                }
            }
            layout.adjudicators[shard] = all.toArray(Adjudicator[]::new);
        }

        private Journal beside(int shard, int region, int zone) {
            for (Journal each : layout.journals[shard]) {
                if (each.region == region && (each.zone < 0 || each.zone == zone)) {
                    return each;
                }
            }
            return null;
        }

        private void regionalParts(int region) {
            int zones = places.zones(region);
            layout.crossbars[region] = new Crossbar[zones];
            layout.hosts[region] = new QueryProcessor[zones][config.hostsPerZone];
            for (int p = 0; p < layout.partitions; p++) {
                layout.storage[p][region] = new StorageReplica[zones];
            }
            for (int zone = 0; zone < zones; zone++) {
                String place = places.zoneName(region, zone);
                layout.crossbars[region][zone] =
                        new Crossbar(world, layout, "crossbar." + place, region, zone, region * 16 + zone);
                for (int p = 0; p < layout.partitions; p++) {
                    layout.storage[p][region][zone] =
                            new StorageReplica(world, layout, "storage-" + p + "." + place, region, zone, p);
                }
                Station pool = config.queryProcessorCapacity == Station.UNLIMITED
                        ? null
                        : new Station(config.queryProcessorCapacity);
                for (int h = 0; h < config.hostsPerZone; h++) {
                    layout.hosts[region][zone][h] =
                            new QueryProcessor(world, layout, "query-processor-" + h + "." + place, region, zone, pool);
                }
                subscribe(region, zone);
            }
            layout.routers[region] = new SessionRouter(world, layout, "router." + places.regionName(region), region);
        }

        private void subscribe(int region, int zone) {
            StorageReplica[] storage = new StorageReplica[layout.partitions];
            List<DsqlNode> all = new ArrayList<>();
            for (int p = 0; p < layout.partitions; p++) {
                storage[p] = layout.storage[p][region][zone];
                all.add(storage[p]);
            }
            for (Adjudicator[] shard : layout.adjudicators) {
                for (Adjudicator each : shard) {
                    if (each.region == region && each.zone == zone) {
                        all.add(each);
                    }
                }
            }
            layout.crossbars[region][zone].subscribe(storage, all.toArray(DsqlNode[]::new));
        }

        private void start() {
            long lease = config.lease;
            for (int shard = 0; shard < layout.shards; shard++) {
                Adjudicator first = layout.preferred(shard);
                for (Journal each : layout.journals[shard]) {
                    each.found(first, lease);
                }
                for (QueryProcessor[][] region : layout.hosts) {
                    for (QueryProcessor[] zone : region) {
                        for (QueryProcessor host : zone) {
                            host.know(first, 1);
                        }
                    }
                }
                for (Adjudicator each : layout.adjudicators[shard]) {
                    if (each != first) {
                        each.election.begin(first, lease);
                    }
                }
            }
            for (int shard = 0; shard < layout.shards; shard++) {
                layout.preferred(shard).leadFromStart(lease);
            }
            for (ControlPlane each : layout.controlPlanes) {
                each.begin();
            }
        }
    }

    /** A deployment at work. */
    private static final class Running implements Deployment, Gateway, Survivors {
        private final World world;
        private final Layout layout;

        Running(World world, Layout layout) {
            this.world = world;
            this.layout = layout;
        }

        @Override
        public Gateway gateway() {
            return this;
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

        // ---- clients

        private ClientSite site(Connection connection) {
            return layout.sites.get(connection.clientRegion)[connection.clientZone];
        }

        @Override
        public void connect(Connection connection) {
            ClientSite site = site(connection);
            world.send(site, layout.routers[connection.endpoint], new SessionRouter.Connect(connection, site));
        }

        @Override
        public void begin(Connection connection) {
            ask(connection, Kinds.BEGIN, 0);
        }

        @Override
        public void statement(Connection connection, int statement) {
            ask(connection, Kinds.STATEMENT, statement);
        }

        @Override
        public void commit(Connection connection) {
            ask(connection, Kinds.COMMIT, 0);
        }

        @Override
        public void rollback(Connection connection) {
            ask(connection, Kinds.ROLLBACK, 0);
        }

        @Override
        public void close(Connection connection) {
            if (connection.server != null) {
                ask(connection, Kinds.CLOSE, 0);
                connection.server = null;
            }
        }

        private void ask(Connection connection, int what, int statement) {
            QueryProcessor.Session session = (QueryProcessor.Session) connection.server;
            if (session != null) {
                world.send(
                        site(connection),
                        session.host,
                        new QueryProcessor.Ask(session, connection.attempt, what, statement));
            }
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
        public int shardOf(int row) {
            return layout.shardOf(row);
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
}
