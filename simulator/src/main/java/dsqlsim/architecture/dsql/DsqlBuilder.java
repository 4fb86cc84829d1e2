package dsqlsim.architecture.dsql;

import dsqlsim.architecture.ClientSites;
import dsqlsim.kernel.Station;
import dsqlsim.world.Geography;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.List;

/** Adds the nodes of a deployment in a fixed order, and starts them. */
final class DsqlBuilder {
    private final World world;
    private final Layout layout;
    private final Config config;
    private final Geography places;
    private final int replicas;

    DsqlBuilder(World world, Layout layout, int replicas) {
        this.world = world;
        this.layout = layout;
        this.config = layout.config;
        this.places = world.geography();
        this.replicas = replicas;
    }

    void build() {
        layout.connectionTimeout = world.connectionTimeout();
        layout.sites = ClientSites.everywhere(world);
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
