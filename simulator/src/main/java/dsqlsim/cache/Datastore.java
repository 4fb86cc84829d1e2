package dsqlsim.cache;

import dsqlsim.cache.CacheNode.Put;
import dsqlsim.cache.CacheNode.Replicate;
import dsqlsim.cache.CacheNode.Update;
import dsqlsim.kernel.Deferred;
import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Randomness;
import dsqlsim.ledger.Settings;
import dsqlsim.txn.Incident;
import dsqlsim.world.World;
import java.util.Locale;
import java.util.Optional;

/**
 * The caches of several regions as one: writes go to the primary region and from there to the others, later. Nobody promotes a
 * secondary but an operator; what had not arrived there is lost.
 */
public final class Datastore {
    private final World world;
    private final CacheCluster[] clusters;
    private final CacheSite[] sites;
    private final long ttl;
    private final long patience;
    private final Distribution readTime;
    private final Distribution lag;
    private final Distribution failover;
    private final Distribution promotion;
    private final long key;
    private CacheCluster primary;
    private long draws;

    /** Adds the caches of a specification to a world. */
    public Datastore(World world, Settings settings, CacheSpec spec) {
        this.world = world;
        this.ttl = settings.nanos("cache.ttl");
        this.patience = settings.nanos("cache.timeout");
        this.readTime = settings.distribution("cache.read-time");
        this.lag = settings.distribution("cache.replication-lag");
        this.failover = settings.distribution("cache.failover-time");
        this.promotion = settings.distribution("cache.promotion-time");
        this.key = Randomness.key(world.seed(), "cache");
        int regions = world.geography().fullRegions();
        this.clusters = new CacheCluster[regions];
        this.sites = new CacheSite[regions];
        for (int region = 0; region < regions; region++) {
            String name = world.geography().regionName(region);
            sites[region] = new CacheSite(world, region);
            if (name.equals(spec.primary()) || spec.secondaries().contains(name)) {
                clusters[region] = new CacheCluster(world, this, region);
            }
        }
        this.primary = clusters[world.geography().regionIndex(spec.primary())];
    }

    // ---- reads and writes

    /** The node to ask in a region, or null where there is no cache. */
    CacheNode reader(int region) {
        return clusters[region] == null ? null : clusters[region].primary();
    }

    CacheSite site(int region) {
        return sites[region];
    }

    long patience() {
        return patience;
    }

    long expiry(long now) {
        return ttl == Long.MAX_VALUE ? ttl : now + ttl;
    }

    long readTime(long identity) {
        return readTime.sample(Randomness.key(Randomness.key(key, "read"), identity));
    }

    /** An application in a region stores versions of rows. */
    void put(int region, long identity, int[] rows, long[] versions) {
        world.send(sites[region], primary.primary(), new Put(identity, rows, versions));
    }

    CacheCluster primary() {
        return primary;
    }

    /** Sends an update to the other regions; each takes it some time later, and in order. */
    void replicate(CacheNode from, Update update) {
        for (CacheCluster each : clusters) {
            if (each != null && each != primary) {
                long late = lag.sample(Randomness.key(Randomness.key(key, "lag"), update.sequence()));
                world.send(from, each.primary(), new Replicate(update), world.now() + late);
            }
        }
    }

    // ---- what goes wrong

    long failoverTime() {
        return failover.sample(Randomness.key(Randomness.key(key, "failover"), draws++));
    }

    /** An operator promotes the cache of a region. Empty when that is under way, else why it is refused. */
    public Optional<String> promote(String region) {
        CacheCluster next = clusters[world.geography().regionIndex(region)];
        if (next == null) {
            return Optional.of("there is no cache in " + region);
        }
        if (next == primary) {
            return Optional.of("the cache of " + region + " is the primary already");
        }
        if (!next.primary().up()) {
            return Optional.of("the cache of " + region + " is down");
        }
        long takes = promotion.sample(Randomness.key(Randomness.key(key, "promotion"), draws++));
        world.simulation().after(takes, new Deferred(Kinds.PROMOTION, () -> promoted(next)));
        return Optional.empty();
    }

    private void promoted(CacheCluster next) {
        CacheNode before = primary.primary();
        long behind = Math.max(0, before.sequence() - next.primary().sequence());
        double seconds = Math.max(0, before.updatedAt() - next.primary().updatedAt()) / 1e9;
        for (long i = 0; i < behind; i++) {
            world.observer().counted(Incident.CACHE_LOST_UPDATES, before.region, world.now());
        }
        primary = next;
        String detail = String.format(Locale.ROOT, "%d updates had not arrived, of %.3f s", behind, seconds);
        world.observer().noted("cache-promoted", world.geography().regionName(next.region()), detail, world.now());
    }
}
