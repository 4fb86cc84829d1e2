package dsqlsim.architecture.aurora;

import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Request;
import dsqlsim.engine.Instance;
import dsqlsim.engine.Redo;
import dsqlsim.engine.Reply;
import dsqlsim.engine.Session;
import dsqlsim.kernel.TimerLane;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.world.Message;
import dsqlsim.world.Timer;
import dsqlsim.world.World;

/** An instance of a cluster: it writes, or reads what another writes, from the storage that all instances of its region share. */
final class DbInstance extends Instance implements LogWriter.Owner {
    /** What an instance is at present. */
    enum State {
        /** Not created yet. */
        ABSENT,
        READER,
        /** On its way to be the writer. */
        RECOVERING,
        WRITER
    }

    /** Under which epoch a volume that has not been written to yet is opened. */
    private static final long REFUSED_STEP = 1;

    final Cluster cluster;
    /** The lowest is promoted first. */
    final int tier;

    final int capacity;
    private final AuroraConfig aurora;
    private final LogWriter log;
    private final Readers readers;
    private final Forwarding forwarding;
    private final TimerLane forwardedLane;
    private final Timer beat;
    private final Timer boot;
    private State state;
    /** The epoch that it wrote under last; 0 if it never did. */
    private long epoch;

    /** The last commit that it knows of as the writer: one that has been superseded shows what was when it was not. */
    private long latest;

    private boolean acknowledged;
    private boolean ordered;
    private boolean closed;
    private Runnable whenDrained;

    DbInstance(World world, Cluster cluster, String role, String name, int zone, int tier, int capacity, State state) {
        super(world, cluster.config.engine, role, name, cluster.region, zone, capacity);
        this.cluster = cluster;
        this.aurora = cluster.config;
        this.tier = tier;
        this.capacity = capacity;
        this.state = state;
        rows = cluster.volume.rows;
        log = new LogWriter(world, aurora, cluster.volume, this, this, 0);
        readers = new Readers(this);
        forwarding = new Forwarding(this);
        forwardedLane = lane(aurora.forwardingIdle);
        beat = new Timer(this, Kinds.TIMER, this::beat);
        boot = new Timer(this, Kinds.TIMER, this::booted);
    }

    State state() {
        return state;
    }

    long epoch() {
        return epoch;
    }

    AuroraConfig aurora() {
        return aurora;
    }

    World world() {
        return world;
    }

    Readers readers() {
        return readers;
    }

    Forwarding forwarding() {
        return forwarding;
    }

    // ---- life

    /** Is the writer from the start. */
    void writeFromStart() {
        state = State.WRITER;
        lead(Epochs.FIRST.epoch());
        log.begin(Epochs.FIRST, 0);
    }

    void begin() {
        if (state != State.ABSENT) {
            beat.set(aurora.heartbeat);
        }
    }

    /** Exists from now on, as a reader. */
    void create() {
        state = State.READER;
        readers.catchUp();
        world.observer().happened("instance-created", id, -1, -1, world.now());
        beat();
    }

    private void beat() {
        send(cluster.control, new ControlPlane.Beat(this, state, epoch));
        beat.set(aurora.heartbeat);
    }

    /** The control plane makes it the writer under an epoch, or a higher one. */
    void onOrder(long under) {
        if (state == State.WRITER || ordered) {
            return;
        }
        state = State.RECOVERING;
        ordered = true;
        epoch = under;
        dropAll();
        boot.set(aurora.promotionTime.sample(draw(20, under)));
    }

    /** The process runs; a writer takes its volume over, again if it was its own. */
    private void booted() {
        if (state == State.RECOVERING) {
            log.claim(epoch);
        } else {
            readers.catchUp();
        }
        beat();
    }

    @Override
    public void opened(Epochs epochs, long adopted) {
        rows = cluster.volume.rows;
        for (long lsn = cluster.volume.installed() + 1; lsn <= adopted; lsn++) {
            Redo redo = cluster.volume.log.get(lsn);
            redo.orphan();
            install(redo);
        }
        if (cluster.global != null) {
            cluster.global.opened(cluster, adopted);
        }
        lastLsn = adopted;
        latest = cluster.volume.visible();
        lastTimestamp = Math.max(lastTimestamp, latest);
        ordered = false;
        closed = cluster.control.closing().underWay();
        state = State.WRITER;
        lead(epochs.epoch());
        readers.announce();
        beat();
    }

    private void lead(long under) {
        epoch = under;
        acknowledged = false;
        world.observer().leads(0, id, under, world.now());
        world.observer().happened("leader-elected", id, 0, under, world.now());
    }

    @Override
    public void fenced(long higher) {
        if (ordered) {
            epoch = higher + REFUSED_STEP;
            log.claim(epoch);
        } else {
            stepDown();
        }
    }

    /** Another writes: whoever is connected has to find it. */
    void stepDown() {
        log.stop();
        dropAll();
        state = State.READER;
        ordered = false;
        readers.catchUp();
        world.observer().happened("writer-stepped-down", id, 0, epoch, world.now());
    }

    @Override
    protected void onCrash() {
        if (state == State.WRITER) {
            world.observer().happened("leader-lost", id, 0, epoch, world.now());
        }
        super.onCrash();
        log.stop();
        readers.clear();
        whenDrained = null;
        ordered = false;
        if (cluster.global != null) {
            cluster.global.rpo.forget(this);
        }
    }

    @Override
    protected void onRestart() {
        super.onRestart();
        if (state == State.ABSENT) {
            return;
        }
        if (state == State.WRITER || state == State.RECOVERING) {
            state = State.RECOVERING;
            epoch++;
        }
        boot.set(aurora.restartTime.sample(draw(21, world.now())));
    }

    // ---- a switchover

    /** Takes no new transactions that write, logs a marker behind those under way, and says at which place it is durable. */
    void close(Runnable durable) {
        closed = true;
        whenDrained = durable;
        log(0, new int[0], null);
    }

    /** Another region writes from now on: what this one wrote past the promotion is nobody's. */
    void retire() {
        log.stop();
        dropAll();
        state = State.READER;
        ordered = false;
        if (up()) {
            boot.cancel();
            beat();
        }
    }

    /** Its region's storage has been copied from elsewhere. */
    void reread() {
        rows = cluster.volume.rows;
        readers.restart(cluster.volume.installed(), cluster.volume.visible());
    }

    /** Takes writes again, as before. */
    void reopen() {
        closed = false;
        whenDrained = null;
    }

    // ---- what the engine asks

    @Override
    protected boolean accepts() {
        boolean ready = state == State.WRITER || state == State.READER && !boot.pending();
        return up() && ready && cluster.serves();
    }

    @Override
    protected boolean writes() {
        return state == State.WRITER && !closed;
    }

    @Override
    protected void turnAway(Session session) {
        if (state == State.WRITER) {
            session.reject(Outcome.FAILED_UNAVAILABLE);
        } else {
            drop(session);
        }
    }

    @Override
    protected Outcome refusal(Attempt attempt) {
        return writes() ? null : Outcome.FAILED_UNAVAILABLE;
    }

    @Override
    protected long snapshot(Session session) {
        return state == State.WRITER ? latest : readers.snapshot(session);
    }

    @Override
    protected boolean readable(Session session) {
        return readers.readable(session) && forwarding.readable(session);
    }

    @Override
    protected int journal() {
        return cluster.volume.timeline();
    }

    @Override
    protected void append(Redo redo) {
        log.append(redo);
    }

    @Override
    public void durable(Redo redo) {
        if (redo.lsn <= cluster.volume.installed()) {
            // It slept, and its successor has found the record: who waited for it here learns nothing.
            return;
        }
        if (cluster.global == null || !cluster.global.rpo.holds(this, redo)) {
            install(redo);
        }
    }

    /** A commit that was held back is let go. */
    void release(Redo redo) {
        install(redo);
    }

    @Override
    protected void installed(Redo redo) {
        cluster.volume.installed(redo);
        latest = redo.timestamp;
        if (state != State.WRITER) {
            return;
        }
        world.observer().commitWaited(0, world.now() - redo.appendedAt, 0, world.now());
        if (!acknowledged) {
            acknowledged = true;
            world.observer().acknowledged(0, epoch, world.now());
        }
        readers.stream(redo);
        if (cluster.server != null) {
            cluster.server.offer(redo, this);
        } else {
            cluster.volume.log.trim(redo.lsn);
        }
        if (redo.rows.length == 0 && whenDrained != null) {
            Runnable then = whenDrained;
            whenDrained = null;
            then.run();
        }
    }

    @Override
    protected long silence(Connection connection) {
        return aurora.wrapper ? Math.min(aurora.driverDetect, world.connectionTimeout()) : world.connectionTimeout();
    }

    @Override
    protected boolean divert(Session session, Attempt attempt, Request what, int statement) {
        return forwarding.divert(session, attempt, what, statement);
    }

    @Override
    protected TimerLane keepAlive(Session session) {
        return session.origin == null ? super.keepAlive(session) : forwardedLane;
    }

    @Override
    protected void forwarded(Session session, Reply reply) {
        forwarding.onReply(session, reply);
    }

    @Override
    protected void forwardBroke(Session session, Session remote) {
        forwarding.onBroken(session, remote);
    }

    <N extends dsqlsim.world.Node> void tell(N to, Message<N> message, long departAt) {
        world.send(this, to, message, departAt);
    }

    void answer(Reply reply, Session session) {
        send(reply, session.peer, 0);
    }

    /** Takes a session in that another instance forwards; null if it does not. */
    Session acceptFrom(Session origin, DbInstance from) {
        return accept(origin.connection, from, origin);
    }

    long drawOf(long purpose, long identity) {
        return draw(purpose, identity);
    }
}
