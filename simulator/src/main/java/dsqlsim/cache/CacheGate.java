package dsqlsim.cache;

import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Gateway;
import dsqlsim.kernel.Deferred;
import dsqlsim.kernel.LongMap;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Incident;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import dsqlsim.txn.Version;
import dsqlsim.world.World;

/**
 * Applications that ask a cache before the database, whichever it is. A transaction that only reads is answered by the cache of its
 * endpoint's region if that has all its rows, and else by the database, whose answer is then stored; who commits writes stores what
 * they wrote. So the cache may be older than the database, and what is read from it then is stale by the cache's fault.
 */
public final class CacheGate implements Gateway, Observer {
    private final World world;
    private final Datastore datastore;
    private final Gateway behind;
    /** The newest version of each row that somebody was told is committed. */
    private final LongMap newest = new LongMap();

    public CacheGate(World world, Datastore datastore, Gateway behind) {
        this.world = world;
        this.datastore = datastore;
        this.behind = behind;
    }

    World world() {
        return world;
    }

    // ---- reads

    @Override
    public void begin(Connection connection) {
        Plan plan = connection.attempt.plan;
        CacheNode node = plan.readOnly() && plan.forUpdate == 0 ? datastore.reader(connection.endpoint) : null;
        if (node == null) {
            connection.front = null;
            behind.begin(connection);
        } else {
            Lookup lookup = new Lookup(this, datastore.site(connection.clientRegion), connection);
            connection.front = lookup;
            lookup.begin(node, datastore.patience());
        }
    }

    /** The cache has answered or not; says whether it answers the transaction. */
    boolean looked(Lookup lookup, long[] found) {
        Connection connection = lookup.connection();
        boolean hit = found != null;
        for (int i = 0; hit && i < found.length; i++) {
            hit = found[i] != LongMap.ABSENT;
        }
        world.observer().cacheRead(connection.endpoint, hit, world.now());
        if (hit) {
            countStale(lookup.rows(), found, connection.endpoint);
            later(lookup, () -> connection.client.began(connection, lookup.attempt()));
        } else {
            connection.front = null;
            behind.begin(connection);
        }
        return hit;
    }

    private void countStale(int[] rows, long[] found, int region) {
        for (int i = 0; i < rows.length; i++) {
            long known = newest.get(rows[i]);
            if (known != LongMap.ABSENT && found[i] < known) {
                world.observer().counted(Incident.CACHE_STALE_READS, region, world.now());
            }
        }
    }

    /** Answers without the database, unless the transaction has been given up. */
    private void later(Lookup lookup, Runnable answer) {
        world.simulation().after(0, new Deferred(Kinds.ANSWER, () -> {
            if (lookup.connection().front == lookup) {
                answer.run();
            }
        }));
    }

    private static Lookup hit(Connection connection) {
        return connection.front instanceof Lookup lookup && lookup.hit() ? lookup : null;
    }

    @Override
    public void statement(Connection connection, int statement) {
        Lookup lookup = hit(connection);
        if (lookup == null) {
            behind.statement(connection, statement);
        } else {
            later(lookup, () -> connection.client.answered(connection, lookup.attempt(), statement));
        }
    }

    @Override
    public void commit(Connection connection) {
        Lookup lookup = hit(connection);
        if (lookup == null) {
            behind.commit(connection);
        } else {
            later(lookup, () -> {
                connection.front = null;
                connection.client.committed(connection, lookup.attempt());
            });
        }
    }

    // ---- what is stored

    @Override
    public void ended(Attempt attempt) {
        if (attempt.outcome != Outcome.COMMITTED) {
            return;
        }
        if (!attempt.plan.readOnly()) {
            storeWritten(attempt);
        } else if (attempt.start >= 0 && datastore.reader(attempt.endpoint) != null) {
            storeRead(attempt); // The database has answered it; the cache never gives a start.
        }
    }

    private void storeWritten(Attempt attempt) {
        Plan plan = attempt.plan;
        int[] rows = new int[plan.writes()];
        long[] versions = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = plan.rows[plan.reads + i];
            versions[i] = attempt.commit;
            newest.put(rows[i], Math.max(newest.get(rows[i]), attempt.commit));
        }
        datastore.put(attempt.region, attempt.id, rows, versions);
    }

    private void storeRead(Attempt attempt) {
        long[] versions = new long[attempt.plan.rows.length];
        for (int i = 0; i < versions.length; i++) {
            Version version = attempt.read[i];
            versions[i] = version == null ? 0 : version.timestamp;
        }
        datastore.put(attempt.region, attempt.id, attempt.plan.rows, versions);
    }

    // ---- what the cache is not asked

    @Override
    public void connect(Connection connection) {
        behind.connect(connection);
    }

    @Override
    public void rollback(Connection connection) {
        if (!forget(connection)) {
            behind.rollback(connection);
        }
    }

    @Override
    public void close(Connection connection) {
        forget(connection);
        behind.close(connection);
    }

    /** Whether the transaction that is given up was the cache's alone. */
    private static boolean forget(Connection connection) {
        if (connection.front instanceof Lookup lookup) {
            lookup.cancel();
            connection.front = null;
            return true;
        }
        return false;
    }
}
