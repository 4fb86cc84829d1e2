package dsqlsim.architecture.selfmanaged;

import dsqlsim.engine.Instance;
import dsqlsim.engine.Redo;
import dsqlsim.engine.Session;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.Randomness;
import dsqlsim.txn.RowVersions;
import dsqlsim.txn.Version;
import dsqlsim.world.Timer;
import dsqlsim.world.World;
import java.util.ArrayDeque;
import java.util.List;

/**
 * A machine with a database and its disk: the primary, a standby that follows it, or a spare with nothing on it. A commit counts when
 * it is on this disk, and with a synchronous standby on that one's, too.
 */
final class Machine extends Instance {
    /** What it is for. */
    enum State {
        PRIMARY,
        STANDBY,
        SPARE
    }

    final Config own;
    private final Shipping shipping;
    private final Backups backups;
    private final Timer ready;
    private State state = State.SPARE;

    /** Whether it has come up with what is on its disk. */
    private boolean running;

    // ---- durable
    private int timeline = -1;
    private long onDisk;
    /** Logged, and not shown yet. */
    private final ArrayDeque<Redo> logged = new ArrayDeque<>();

    private long shown;
    private long shownLsn;

    private long diskFreeAt;
    private double diskSlowness = 1;
    private boolean acknowledged;

    Machine(World world, Config config, String role, String name, int region, int zone) {
        super(world, config.engine, role, name, region, zone, config.engine.capacity);
        this.own = config;
        shipping = new Shipping(this);
        backups = new Backups(this);
        ready = new Timer(this, Kinds.TIMER, this::comeUp);
    }

    State state() {
        return state;
    }

    int timeline() {
        return timeline;
    }

    /** The place in its log up to which everything is on its disk. */
    long onDisk() {
        return onDisk;
    }

    RowVersions rows() {
        return rows;
    }

    long shownLsn() {
        return shownLsn;
    }

    long shownTimestamp() {
        return shown;
    }

    Shipping shipping() {
        return shipping;
    }

    Backups backups() {
        return backups;
    }

    World world() {
        return world;
    }

    long drawn(long purpose, long identity) {
        return draw(purpose, identity);
    }

    void scaleDiskSlowness(double factor) {
        diskSlowness *= factor;
    }

    // ---- what it becomes

    /** Is the primary from now on, in a history of its own, with what it has. */
    void lead(int ofTimeline) {
        state = State.PRIMARY;
        timeline = ofTimeline;
        lastLsn = onDisk;
        logged.clear();
        running = true;
        acknowledged = false;
        backups.begin();
        world.observer().leads(0, id, ofTimeline + 1L, world.now());
    }

    /** Follows a primary, beginning with a copy of what that shows. */
    void follow(Machine primary) {
        take(primary.timeline, primary.rows.copy(), primary.shownLsn, primary.shown);
        state = State.STANDBY;
        primary.shipping.to(this, onDisk);
    }

    /** Has what a backup has, and is still nobody's primary. */
    void restore(Snapshot from) {
        take(from.timeline, from.rows.copy(), from.lsn() - from.log().size(), 0);
        for (Redo each : from.log()) {
            onDisk = each.lsn;
            show(each);
        }
        shown = from.timestamp();
        lastTimestamp = Math.max(lastTimestamp, shown);
    }

    private void take(int ofTimeline, RowVersions copy, long lsn, long timestamp) {
        rows = copy;
        timeline = ofTimeline;
        onDisk = lsn;
        lastLsn = lsn;
        shownLsn = lsn;
        shown = timestamp;
        lastTimestamp = Math.max(lastTimestamp, timestamp);
        logged.clear();
        running = true;
    }

    /** Another has taken over: what is here counts no more. */
    void retire() {
        dropAll();
        forget();
    }

    /** The disk and all that was on it are gone. */
    void loseDisk() {
        dropAll();
        forget();
        running = false;
    }

    private void forget() {
        state = State.SPARE;
        backups.end();
        shipping.end();
        take(-1, new RowVersions(), 0, 0);
    }

    // ---- the engine's questions

    @Override
    protected boolean accepts() {
        return running && state != State.SPARE;
    }

    @Override
    protected boolean writes() {
        return state == State.PRIMARY;
    }

    @Override
    protected long snapshot(Session session) {
        return shown;
    }

    @Override
    protected int journal() {
        return timeline;
    }

    // ---- the log

    @Override
    protected void append(Redo redo) {
        logged.add(redo);
        schedule(toDisk(redo.lsn), () -> persisted(redo));
    }

    private long toDisk(long lsn) {
        long persist = own.persist.sample(draw(8, Randomness.key(timeline, lsn)));
        diskFreeAt = Math.max(diskFreeAt, world.now() + (long) (slowed(persist) * diskSlowness));
        return diskFreeAt;
    }

    private void persisted(Redo redo) {
        onDisk = redo.lsn;
        shipping.add(redo);
        advance();
    }

    /** Shows what is durable by now. */
    void advance() {
        long durable = own.synchronous ? Math.min(onDisk, shipping.confirmed(onDisk)) : onDisk;
        while (!logged.isEmpty() && logged.peek().lsn <= durable) {
            Redo redo = logged.poll();
            shown = redo.timestamp;
            shownLsn = redo.lsn;
            install(redo);
        }
    }

    @Override
    protected void installed(Redo redo) {
        backups.add(redo);
        world.observer().commitWaited(0, world.now() - redo.appendedAt, 0, world.now());
        if (!acknowledged) {
            acknowledged = true;
            world.observer().acknowledged(0, timeline + 1L, world.now());
        }
    }

    /** What the primary has sent; as far as it follows on what is here it goes to the disk, and is shown. */
    void onShipped(Machine from, int ofTimeline, List<Redo> entries) {
        if (state != State.STANDBY || ofTimeline != timeline || !running) {
            return;
        }
        long last = Math.max(lastLsn, onDisk);
        boolean more = false;
        for (Redo each : entries) {
            if (each.lsn == last + 1) {
                last++;
                lastLsn = last;
                more = true;
                schedule(toDisk(each.lsn), () -> received(from, each));
            }
        }
        if (!more) {
            send(from, new Shipping.Received(timeline, onDisk));
        }
    }

    private void received(Machine from, Redo redo) {
        onDisk = redo.lsn;
        show(redo);
        send(from, new Shipping.Received(timeline, onDisk));
    }

    private void show(Redo redo) {
        for (int row : redo.rows) {
            Version version = new Version(redo.timestamp, redo.attempt, rows.newest(row));
            rows.add(row, version, world.now() - own.engine.retention);
        }
        shown = redo.timestamp;
        shownLsn = redo.lsn;
        lastTimestamp = Math.max(lastTimestamp, redo.timestamp);
    }

    // ---- faults

    @Override
    protected void onCrash() {
        super.onCrash();
        running = false;
        if (state == State.PRIMARY) {
            world.observer().happened("leader-lost-crash", id, 0, timeline + 1L, world.now());
        }
        diskFreeAt = 0;
        logged.removeIf(each -> each.lsn > onDisk);
        lastLsn = onDisk;
    }

    @Override
    protected void onRestart() {
        super.onRestart();
        if (timeline >= 0) {
            ready.set(own.restartTime.sample(draw(9, world.now())));
        }
    }

    private void comeUp() {
        running = true;
        if (state == State.PRIMARY) {
            acknowledged = false;
            world.observer().leads(0, id, timeline + 1L, world.now());
            advance();
            shipping.resume();
            backups.begin();
        }
    }

    /** Does something when the disk is done with it, unless the process dies before. */
    private void schedule(long at, Runnable action) {
        int incarnation = incarnation();
        int of = timeline;
        world.simulation().at(at, new Event() {
            @Override
            protected void fire() {
                boolean gone = incarnation != incarnation() || of != timeline;
                if (!gone && !deferred(this) && !deferredByDisk(this)) {
                    action.run();
                }
            }

            @Override
            protected int kind() {
                return Kinds.PERSISTED;
            }

            @Override
            protected int node() {
                return id;
            }
        });
    }
}
