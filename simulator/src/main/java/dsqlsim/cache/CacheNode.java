package dsqlsim.cache;

import dsqlsim.kernel.LongMap;
import dsqlsim.world.Message;
import dsqlsim.world.Node;
import dsqlsim.world.World;

/** A node of a region's cache: the version it holds of each row, in memory and nowhere else, until it expires. */
final class CacheNode extends Node {
    static final String ROLE = "cache";

    private final CacheCluster cluster;
    private final LongMap versions = new LongMap();
    private final LongMap expiries = new LongMap();
    /** How many updates of the datastore's primary it has taken, and when the last of them was made there. */
    private long sequence;

    private long updatedAt;

    CacheNode(World world, CacheCluster cluster, int region, int zone) {
        super(world, ROLE, ROLE + "." + world.geography().zoneName(region, zone), region, zone, -1);
        this.cluster = cluster;
    }

    long sequence() {
        return sequence;
    }

    long updatedAt() {
        return updatedAt;
    }

    /** The version of a row, or {@link LongMap#ABSENT}. */
    long version(int row) {
        return expiries.get(row) > world.now() ? versions.get(row) : LongMap.ABSENT;
    }

    private void store(int[] rows, long[] newVersions) {
        long expiry = cluster.expiry(world.now());
        for (int i = 0; i < rows.length; i++) {
            versions.put(rows[i], newVersions[i]);
            expiries.put(rows[i], expiry);
        }
    }

    @Override
    protected void onCrash() {
        versions.clear();
        expiries.clear();
        cluster.lost(this);
    }

    /** It comes back empty; what it lacks is asked of the database. */
    @Override
    protected void onRestart() {
        cluster.back(this);
    }

    /** An application wants all of some rows. */
    static final class Get extends Message<CacheNode> {
        private final Lookup lookup;

        Get(Lookup lookup) {
            this.lookup = lookup;
        }

        @Override
        protected void deliver() {
            int[] rows = lookup.rows();
            long[] found = new long[rows.length];
            for (int i = 0; i < rows.length; i++) {
                found[i] = to.version(rows[i]);
            }
            to.world.send(to, lookup.site(), new Got(lookup, found), to.world.now() + to.cluster.readTime(lookup));
        }

        @Override
        protected long identity() {
            return lookup.identity();
        }

        @Override
        protected int kind() {
            return Kinds.GET;
        }
    }

    /** What there was. */
    private static final class Got extends Message<CacheSite> {
        private final Lookup lookup;
        private final long[] found;

        Got(Lookup lookup, long[] found) {
            this.lookup = lookup;
            this.found = found;
        }

        @Override
        protected void deliver() {
            lookup.got(found);
        }

        @Override
        protected long identity() {
            return lookup.identity();
        }

        @Override
        protected int kind() {
            return Kinds.GOT;
        }
    }

    /** An application stores what it wrote to, or read from, the database. The last to come wins, whatever it brings. */
    static final class Put extends Message<CacheNode> {
        private final long identity;
        private final int[] rows;
        private final long[] versions;

        Put(long identity, int[] rows, long[] versions) {
            this.identity = identity;
            this.rows = rows;
            this.versions = versions;
        }

        @Override
        protected void deliver() {
            if (to.cluster.takesWrites(to)) {
                to.store(rows, versions);
                to.sequence++;
                to.updatedAt = to.world.now();
                to.cluster.replicate(to, new Update(to.sequence, to.updatedAt, rows, versions));
            }
        }

        @Override
        protected long identity() {
            return identity;
        }

        @Override
        protected int kind() {
            return Kinds.PUT;
        }
    }

    /** What a primary passes on: the rows and their versions, never changed after it was made. */
    @SuppressWarnings("ArrayRecordComponent")
    record Update(long sequence, long madeAt, int[] rows, long[] versions) {}

    /** An update on its way to a node that follows. */
    static final class Replicate extends Message<CacheNode> {
        private final Update update;

        Replicate(Update update) {
            this.update = update;
        }

        @Override
        protected void deliver() {
            to.store(update.rows(), update.versions());
            to.sequence = Math.max(to.sequence, update.sequence());
            to.updatedAt = Math.max(to.updatedAt, update.madeAt());
            to.cluster.passOn(to, update);
        }

        @Override
        protected long identity() {
            return update.sequence();
        }

        @Override
        protected int kind() {
            return Kinds.REPLICATE;
        }
    }
}
