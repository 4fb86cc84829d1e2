package dsqlsim.architecture.dsql;

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
    final List<ClientSite[]> sites = new ArrayList<>();

    Layout(Geography geography, Config config, int shards, int partitions) {
        this.geography = geography;
        this.config = config;
        this.shards = shards;
        this.partitions = partitions;
        int full = geography.fullRegions();
        journals = new Journal[shards][];
        adjudicators = new Adjudicator[shards][];
        crossbars = new Crossbar[full][];
        storage = new StorageReplica[partitions][full][];
        hosts = new QueryProcessor[full][][];
        controlPlanes = new ControlPlane[geography.regions().size()];
        routers = new SessionRouter[full];
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

    /** How many journal replicas a shard has. */
    int members() {
        return journals[0].length;
    }
}
