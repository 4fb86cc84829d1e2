package dsqlsim.architecture.dsql;

import dsqlsim.architecture.ClientSite;
import dsqlsim.architecture.Connection;
import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.Station;
import dsqlsim.kernel.TimerLane;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * A host of query processors: each of its sessions is one that a connection was lent. A query processor runs the transaction: start
 * timestamp from its clock, reads from storage near it, writes kept until commit. It holds no durable state.
 */
final class QueryProcessor extends DsqlNode {
    /** When clients that wait for an answer have sent their packet again to a host that is back, and are reset. */
    private static final long RETRANSMITTED_AFTER = 200_000_000L;

    static final long SUSPECT_FOR = 1_000_000_000L;

    /** Whom this zone's partition map names as leader of each shard, and under which epoch. */
    private final Adjudicator[] leaders;

    private final long[] leaderEpochs;
    final List<Session> sessions = new ArrayList<>();
    /** Connections whose clients do not know yet that power was lost. */
    private final List<Session> forgotten = new ArrayList<>();

    /** By partition and zone: until when a replica that did not answer is passed over. */
    private final long[][] suspectUntil;

    /** The zone's pool, shared by its hosts; null when that is unlimited. */
    private final Station pool;

    private boolean refusing;
    private long refusalToldAt = -1;
    final TimerLane readLane;
    final TimerLane commitLane;

    QueryProcessor(World world, Layout layout, String name, int region, int zone, Station pool) {
        super(world, layout, "query-processor", name, region, zone, -1);
        this.pool = pool;
        leaders = new Adjudicator[layout.shards];
        leaderEpochs = new long[layout.shards];
        suspectUntil = new long[layout.partitions][layout.geography.zones(region)];
        readLane = config.readTimeout == Long.MAX_VALUE ? null : new TimerLane(world.simulation(), config.readTimeout);
        commitLane = new TimerLane(world.simulation(), config.commitTimeout);
    }

    void know(Adjudicator leader, long epoch) {
        leaders[leader.shard] = leader;
        leaderEpochs[leader.shard] = epoch;
    }

    Adjudicator leaderOf(int shard) {
        return leaders[shard];
    }

    long leaderEpoch(int shard) {
        return leaderEpochs[shard];
    }

    /** Whether it may begin transactions: its clock has a usable bound. */
    boolean begins() {
        return up() && !paused() && clock.usable();
    }

    int sessions() {
        return sessions.size();
    }

    /** Lends a query processor to a connection. */
    Session lend(Connection connection, ClientSite site) {
        Session session = new Session(this, connection, site);
        sessions.add(session);
        return session;
    }

    void take(Session session) {
        sessions.remove(session);
    }

    boolean refusing() {
        return refusing;
    }

    void refuse(boolean from, long toldAt) {
        if (toldAt > refusalToldAt) {
            refusalToldAt = toldAt;
            refusing = from;
        }
    }

    long serviceTime(long attempt, int step) {
        return slowed(config.statementTime.sample(draw(5, Randomness.key(attempt, step))));
    }

    long writeTime(long attempt, int statement) {
        return slowed(config.writeTime.sample(draw(6, Randomness.key(attempt, statement))));
    }

    /** How long a piece of work takes with what waits before it in the zone's pool, in nanoseconds. */
    long worksFor(long service) {
        return pool == null ? service : pool.admit(world.now(), service) - world.now();
    }

    /** The zone whose replica is asked: its own, or the next one that has not just failed to answer. */
    int zoneFor(int partition, int round) {
        long[] until = suspectUntil[partition];
        for (int i = 0; i < until.length; i++) {
            int candidate = (zone + i) % until.length;
            if (until[candidate] <= world.now()) {
                return candidate;
            }
        }
        return (zone + round) % until.length;
    }

    /** Whether some zone's replica has not just failed to answer. */
    boolean anyTrusted(int partition) {
        for (long until : suspectUntil[partition]) {
            if (until <= world.now()) {
                return true;
            }
        }
        return false;
    }

    void suspect(int partition, int which) {
        suspectUntil[partition][which] = world.now() + SUSPECT_FOR;
    }

    void onLeaderNews(Adjudicator leader, long epoch) {
        if (leader == null || epoch <= leaderEpochs[leader.shard] && leaders[leader.shard] != null) {
            return;
        }
        know(leader, epoch);
        for (int i = 0; i < sessions.size(); i++) {
            sessions.get(i).onNewLeader(leader.shard);
        }
    }

    /** Breaks a share of the connections, chosen by their ids. */
    void drop(double share, long key) {
        for (int i = sessions.size() - 1; i >= 0; i--) {
            Session session = sessions.get(i);
            if (Randomness.uniform(Randomness.key(key, session.connection.id)) < share) {
                sessions.remove(i);
                session.die(false);
            }
        }
    }

    @Override
    protected void onCrash() {
        QueryProcessor other = config.bindPerTransaction ? layout.otherHost(this) : null;
        for (Session session : sessions) {
            if (other != null) {
                session.moveTo(other);
            } else {
                session.die(lostPower());
                if (lostPower()) {
                    forgotten.add(session);
                }
            }
        }
        sessions.clear();
    }

    @Override
    protected void onRestart() {
        for (Session session : forgotten) {
            world.simulation().after(RETRANSMITTED_AFTER, new Broken(session));
        }
        forgotten.clear();
    }
}
