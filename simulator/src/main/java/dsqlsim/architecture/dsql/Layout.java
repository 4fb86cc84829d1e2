package dsqlsim.architecture.dsql;

import dsqlsim.architecture.ClientSites;
import dsqlsim.architecture.Injections;
import dsqlsim.kernel.Distribution;
import dsqlsim.world.Geography;
import java.util.ArrayList;
import java.util.List;

/** Which node is what, and which row belongs where: rows are dealt out to shards one by one and to partitions in blocks. */
final class Layout {
    private static final int BLOCK = 64;

    final Geography geography;
    final int shards;
    final int partitions;
    final Config config;
    /** How many regions have endpoints and storage: all full ones, or only the first in the design for one region. */
    final int fullRegions;

    /** By shard, then by member: zones of the region (single region) or regions, witness last. */
    final Journal[][] journals;
    /** By shard: every adjudicator that may lead it. */
    final Adjudicator[][] adjudicators;
    /** By full region, zone. */
    final Crossbar[][] crossbars;
    /** By partition, full region, zone. */
    final StorageReplica[][][] storage;
    /** By full region, zone: query processor hosts. */
    final QueryProcessor[][][] hosts;
    /** By region; only in the multi-region design. */
    final ControlPlane[] controlPlanes;

    final SessionRouter[] routers;
    /** By partition: what replicas that applied the same share. */
    final PartitionHistory[] histories;

    /** By full region: the continuous snapshot. */
    final Archive[] archives;
    /** From the crossbar to the replicas of its zone, beside the crossbar's own hop. */
    Distribution storageHop = Distribution.ZERO;

    /** Where clients are. */
    ClientSites sites;

    final Injections injections = new Injections();
    /** How long a client holds a silent connection for alive, in nanoseconds. */
    long connectionTimeout;

    Layout(Geography geography, Config config, int shards, int partitions) {
        this.geography = geography;
        this.config = config;
        this.shards = shards;
        this.partitions = partitions;
        fullRegions = config.multiRegion ? geography.fullRegions() : 1;
        int full = fullRegions;
        journals = new Journal[shards][];
        adjudicators = new Adjudicator[shards][];
        crossbars = new Crossbar[full][];
        storage = new StorageReplica[partitions][full][];
        hosts = new QueryProcessor[full][][];
        controlPlanes =
                new ControlPlane[config.multiRegion ? geography.regions().size() : 1];
        routers = new SessionRouter[full];
        histories = new PartitionHistory[partitions];
        for (int i = 0; i < partitions; i++) {
            histories[i] = new PartitionHistory(this, i);
        }
        archives = new Archive[full];
        for (int i = 0; i < full; i++) {
            archives[i] = new Archive(this, histories);
        }
    }

    int shardOf(int row) {
        return row % shards;
    }

    int partitionOf(int row) {
        return row / BLOCK % partitions;
    }

    /** The place of a row among the rows of its partition. */
    int indexInPartition(int row) {
        return row / (BLOCK * partitions) * BLOCK + row % BLOCK;
    }

    /** Names the way between two places for messages that travel together: regions where journals are regional, else zones. */
    int path(DsqlNode from, int toRegion, int toZone) {
        int zones = config.multiRegion ? 1 : geography.zones(0);
        int start = config.multiRegion ? from.region : from.zone;
        int end = config.multiRegion ? toRegion : toZone;
        return start * Math.max(zones, geography.regions().size()) + end;
    }

    /** How many journal replicas a shard has. */
    int members() {
        return journals[0].length;
    }

    /** The snapshot that reaches furthest: a region that was away for long takes the other's. */
    Archive newestArchive() {
        Archive newest = archives[0];
        for (Archive each : archives) {
            if (each.complete() > newest.complete()) {
                newest = each;
            }
        }
        return newest;
    }

    /** With continuous promises: leaders promise a start timestamp as soon as somebody takes it. */
    void promiseReaching(long start) {
        for (Adjudicator[] shard : adjudicators) {
            for (Adjudicator each : shard) {
                if (each.leader() != null && each.up() && !each.paused()) {
                    each.leader().promising().reaching(start);
                }
            }
        }
    }

    /** The adjudicator that leads a shard when nothing is wrong: spread over regions and zones, or all in one place. */
    Adjudicator preferred(int shard) {
        Adjudicator[] all = adjudicators[shard];
        if (config.placement.equals("spread")) {
            int regions = fullRegions;
            int region = config.multiRegion ? shard % regions : 0;
            int zone = (config.multiRegion ? shard / regions : shard) % geography.zones(region);
            return first(all, region, zone);
        }
        for (Adjudicator each : all) {
            boolean inZone = geography.zoneName(each.region, each.zone).equals(config.placement);
            boolean inRegion = geography.regionName(each.region).equals(config.placement)
                    && each.zone == shard % geography.zones(each.region);
            if (inZone || inRegion) {
                return each;
            }
        }
        return all[0];
    }

    /** Who should lead a shard now: the preferred adjudicator, or another of its region that is up; null when there is none. */
    Adjudicator heir(int shard) {
        Adjudicator preferred = preferred(shard);
        if (preferred.up() && !preferred.paused()) {
            return preferred;
        }
        for (Adjudicator each : adjudicators[shard]) {
            if (each.region == preferred.region && each.up() && !each.paused()) {
                return each;
            }
        }
        return null;
    }

    private static Adjudicator first(Adjudicator[] all, int region, int zone) {
        Adjudicator fallback = all[0];
        for (Adjudicator each : all) {
            if (each.region == region) {
                if (each.zone == zone) {
                    return each;
                }
                fallback = fallback.region == region ? fallback : each;
            }
        }
        return fallback;
    }

    /** Every part that hears its region's control plane. */
    List<DsqlNode> partsOf(int region) {
        List<DsqlNode> parts = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            for (Journal each : journals[shard]) {
                if (each.region == region) {
                    parts.add(each);
                }
            }
            for (Adjudicator each : adjudicators[shard]) {
                if (each.region == region) {
                    parts.add(each);
                }
            }
        }
        return parts;
    }

    /** The least burdened host of query processors that may begin, near another or in the next zones; null when there is none. */
    QueryProcessor otherHost(QueryProcessor than) {
        QueryProcessor[][] zones = hosts[than.region];
        for (int i = 0; i < zones.length; i++) {
            QueryProcessor best = null;
            for (QueryProcessor each : zones[(than.zone + i) % zones.length]) {
                if (each != than && each.begins() && (best == null || each.sessions() < best.sessions())) {
                    best = each;
                }
            }
            if (best != null) {
                return best;
            }
        }
        return null;
    }
}
