package dsqlsim.cache;

import dsqlsim.cache.CacheNode.Replicate;
import dsqlsim.cache.CacheNode.Update;
import dsqlsim.kernel.Deferred;
import dsqlsim.world.World;

/** A region's cache: a primary node, and in another zone a replica that takes its place a few seconds after it is gone. */
final class CacheCluster {
    private final World world;
    private final Datastore datastore;
    private final int region;
    private final CacheNode[] nodes;
    private CacheNode primary;

    CacheCluster(World world, Datastore datastore, int region) {
        this.world = world;
        this.datastore = datastore;
        this.region = region;
        this.nodes = new CacheNode[Math.min(2, world.geography().zones(region))];
        for (int zone = 0; zone < nodes.length; zone++) {
            nodes[zone] = new CacheNode(world, this, region, zone);
        }
        this.primary = nodes[0];
    }

    int region() {
        return region;
    }

    CacheNode primary() {
        return primary;
    }

    // ---- what its nodes ask

    long expiry(long now) {
        return datastore.expiry(now);
    }

    long readTime(Lookup lookup) {
        return datastore.readTime(lookup.identity());
    }

    boolean takesWrites(CacheNode node) {
        return node == primary && datastore.primary() == this;
    }

    /** An update was made here: it goes to the replica, and to the other regions. */
    void replicate(CacheNode from, Update update) {
        passOn(from, update);
        datastore.replicate(from, update);
    }

    /** The primary passes on to its replica what it took, from whom ever. */
    void passOn(CacheNode from, Update update) {
        for (CacheNode each : nodes) {
            if (from == primary && each != primary && each.up()) {
                world.send(from, each, new Replicate(update));
            }
        }
    }

    // ---- fail-over in the region

    void lost(CacheNode node) {
        if (node == primary) {
            world.simulation().after(datastore.failoverTime(), new Deferred(Kinds.FAILOVER, this::failOver));
        }
    }

    /** A node that is back leads only where nobody else does. */
    void back(CacheNode node) {
        if (!primary.up()) {
            lead(node);
        }
    }

    private void failOver() {
        if (primary.up()) {
            return;
        }
        CacheNode best = null;
        for (CacheNode each : nodes) {
            if (each.up() && (best == null || each.sequence() > best.sequence())) {
                best = each;
            }
        }
        if (best != null) {
            lead(best);
        }
    }

    private void lead(CacheNode node) {
        if (node != primary) {
            primary = node;
            world.observer().noted("cache-failed-over", node.name, null, world.now());
        }
    }
}
