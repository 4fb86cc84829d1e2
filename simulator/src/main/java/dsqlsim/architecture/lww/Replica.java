package dsqlsim.architecture.lww;

import dsqlsim.kernel.Event;
import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;
import dsqlsim.world.Node;
import dsqlsim.world.Timer;
import dsqlsim.world.World;

/** A node of a region's service, one in each zone: it takes clients' requests, keeps all rows, and is the origin of what is written through it. */
final class Replica extends Node {
    final Layout layout;
    final Config config;
    /** Its number as an origin. */
    final int origin;

    final Sessions sessions;
    final Commits commits;
    final Replication replication;
    /** Durable. */
    final Store store;

    private final Timer rebuilt;
    private boolean rebuilding;
    private long lastStamp;

    Replica(World world, Layout layout, String name, int region, int zone, int origin, int origins) {
        super(world, "replica", name, region, zone, -1);
        this.layout = layout;
        this.config = layout.config;
        this.origin = origin;
        sessions = new Sessions(this);
        commits = new Commits(this);
        replication = new Replication(this, world.geography().zones(region), origins);
        store = new Store(config.resolver, world.observer(), region);
        rebuilt = new Timer(this, Kinds.TIMER, this::rebuild);
    }

    World world() {
        return world;
    }

    long now() {
        return world.now();
    }

    /** Whether it takes part: one that lost its disk does not until it has been rebuilt. */
    boolean serves() {
        return up() && !rebuilding;
    }

    <N extends Node> void send(N to, Message<N> message) {
        world.send(this, to, message);
    }

    <N extends Node> void send(N to, Message<N> message, long departAt) {
        world.send(this, to, message, departAt);
    }

    void schedule(long at, Event event) {
        world.simulation().at(at, event);
    }

    /** The bits of one of this node's own draws. */
    long draw(long purpose, long identity) {
        return Randomness.key(Randomness.key(randomKey, purpose), identity);
    }

    /** A service time: longer while a fault slows this node. */
    long atItsPace(long nanos) {
        return slowed(nanos);
    }

    long requestTime(long attempt, int step) {
        return slowed(config.requestTime.sample(draw(2, Randomness.key(attempt, step))));
    }

    long readTime(long attempt, int step) {
        return slowed(config.readTime.sample(draw(3, Randomness.key(attempt, step))));
    }

    /** What its clock shows: the middle of the interval. Nobody waits for the bound. */
    long clockTime() {
        return clock.earliest() + (clock.latest() - clock.earliest()) / 2;
    }

    /** The timestamp of a write whose writer has seen versions up to {@code newest}; never the same twice. */
    long stamp(long newest) {
        long shown = config.hybridClock ? Math.max(clockTime(), newest + 1) : clockTime();
        lastStamp = Math.max(shown, lastStamp + 1);
        return lastStamp;
    }

    // ---- faults

    @Override
    protected void onCrash() {
        sessions.crash(lostPower());
        commits.clear();
        replication.crash();
    }

    @Override
    protected void onRestart() {
        sessions.restarted();
        if (rebuilding) {
            beginRebuilding();
        } else {
            replication.resume();
        }
    }

    /** The disk is gone: it is out of service until it has copied another replica. */
    void loseDisk() {
        rebuilding = true;
        store.copy(new Store(config.resolver, world.observer(), region));
        replication.loseDisk();
        if (up()) {
            sessions.crash(false);
            commits.clear();
            replication.tellEndpoint();
            beginRebuilding();
        }
    }

    private void beginRebuilding() {
        rebuilt.set(config.rebuildTime.sample(draw(7, now())));
    }

    /** Copies the replica within reach that knows this one's own log best, nearest first. */
    private void rebuild() {
        Replica best = null;
        for (int i = 1; i < layout.origins.size(); i++) {
            Replica each = layout.origins.get((origin + i) % layout.origins.size());
            boolean usable = each.serves() && world.reachable(each, this);
            if (usable && (best == null || ownLog(each) > ownLog(best))) {
                best = each;
            }
        }
        if (best == null) {
            rebuilt.set(config.heartbeat);
            return;
        }
        store.copy(best.store);
        replication.copy(best.replication);
        rebuilding = false;
        world.observer().happened("replica-replaced", id, -1, -1, now());
        replication.resume();
    }

    private long ownLog(Replica of) {
        return of.replication.log(origin).last();
    }
}
