package dsqlsim.engine;

import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Request;
import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.Simulation;
import dsqlsim.kernel.Station;
import dsqlsim.kernel.TimerLane;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.RowVersions;
import dsqlsim.txn.Version;
import dsqlsim.world.Message;
import dsqlsim.world.Node;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * A database process: sessions, row locks and versions in one memory. Where its log goes, when it may write and what its readers
 * see is the design's.
 */
public abstract class Instance extends Node {
    /** When clients that wait for an answer have sent their packet again to a host that is back, and are reset. */
    private static final long RETRANSMITTED_AFTER = 200_000_000L;

    public final EngineConfig config;
    final RowLocks locks = new RowLocks();
    final TimerLane deadlockLane;
    /** Null where statements wait for locks for ever. */
    final TimerLane lockLane;

    private final TimerLane keepAliveLane;

    /** What was committed, as far as this database has it; designs may share and replace it. */
    protected RowVersions rows = new RowVersions();
    /** The last place given in the log. */
    protected long lastLsn;
    /** The last commit timestamp given. */
    protected long lastTimestamp;

    private final Station processors;
    private final List<Session> sessions = new ArrayList<>();
    /** Connections whose clients do not know yet that power was lost. */
    private final List<Session> forgotten = new ArrayList<>();

    protected Instance(World world, EngineConfig config, String role, String name, int region, int zone, int capacity) {
        super(world, role, name, region, zone, -1);
        this.config = config;
        this.processors = new Station(capacity);
        deadlockLane = lane(config.deadlockTimeout);
        lockLane = lane(config.lockTimeout);
        keepAliveLane = lane(config.keepAlive);
    }

    /** A lane for timers of a length; null where they never run. */
    protected final TimerLane lane(long nanos) {
        return nanos == 0 || nanos == Long.MAX_VALUE ? null : new TimerLane(world.simulation(), nanos);
    }

    // ---- what a design decides

    /** Whether it takes connections and begins transactions. */
    protected abstract boolean accepts();

    /** Whether it may run transactions that write. */
    protected abstract boolean writes();

    /** Everything committed up to this timestamp is seen by a statement of the session that begins now, and nothing else. */
    protected abstract long snapshot(Session session);

    /** The number of the log that its commits are recorded in. */
    protected abstract int journal();

    /** Writes a commit to the log; {@link #install} is to be called when it is durable, in the order of the log. */
    protected abstract void append(Redo redo);

    /** The commit timestamp of a transaction that is about to be logged: above all before. */
    protected long nextTimestamp() {
        return Math.max(world.now(), lastTimestamp + 1);
    }

    /** Whether a statement may read now; if not, the design calls {@link Session#execute} when it may. */
    protected boolean readable(Session session) {
        return true;
    }

    /** Takes what a client asks for itself, instead of its session. */
    protected boolean divert(Session session, Attempt attempt, Request what, int statement) {
        return false;
    }

    /** A session wants to write where nobody may: its client should look elsewhere. */
    protected void turnAway(Session session) {
        drop(session);
    }

    /** Why a commit is refused; null if it is not. */
    protected Outcome refusal(Attempt attempt) {
        return null;
    }

    /** How long a session's silent client keeps its locks before it is looked after; null for ever. */
    protected TimerLane keepAlive(Session session) {
        return keepAliveLane;
    }

    /** A commit has been installed. */
    protected void installed(Redo redo) {}

    /** How long a client takes to find out that this machine is gone, when nobody is left to tell it. */
    protected long silence(Connection connection) {
        return world.connectionTimeout();
    }

    /** An answer to what a session of this database had forwarded. */
    protected void forwarded(Session session, Reply reply) {}

    /** What a session of this database had forwarded is lost with the session that it was forwarded to. */
    protected void forwardBroke(Session session, Session remote) {}

    // ---- commits

    /** Logs the transaction of a session. */
    Redo log(Session session) {
        Attempt attempt = session.attempt();
        int[] all = attempt.plan.rows;
        int[] written = new int[all.length - attempt.plan.reads];
        System.arraycopy(all, attempt.plan.reads, written, 0, written.length);
        return log(attempt.id, written, session);
    }

    /** Logs a commit; {@code session} is null for one that nobody waits for. */
    protected final Redo log(long attempt, int[] written, Session session) {
        lastTimestamp = nextTimestamp();
        Redo redo = new Redo(++lastLsn, lastTimestamp, attempt, written, world.now(), session);
        append(redo);
        return redo;
    }

    /** A commit is durable: from now on everybody may see it, and whoever waits for its locks goes on. */
    protected final void install(Redo redo) {
        redo.durableAt = world.now();
        write(redo);
        Session session = redo.session;
        redo.session = null;
        installed(redo);
        if (session != null) {
            session.committed(redo);
        }
    }

    /** Makes the versions of a commit, and puts them into the rows. */
    protected final void write(Redo redo) {
        Version[] versions = new Version[redo.rows.length];
        for (int i = 0; i < versions.length; i++) {
            int row = redo.rows[i];
            versions[i] = new Version(redo.timestamp, redo.attempt, rows.newest(row));
            rows.add(row, versions[i], world.now() - config.retention);
        }
        redo.versions = versions;
    }

    // ---- sessions

    /** Takes a connection in; null if it does not. */
    protected final Session accept(Connection connection, Node peer, Session origin) {
        if (!accepts() || sessions.size() >= config.maxConnections) {
            return null;
        }
        Session session = new Session(this, connection, peer, origin);
        sessions.add(session);
        return session;
    }

    void forget(Session session) {
        sessions.remove(session);
    }

    /** Ends a connection from this side: its client is told, and connects anew. */
    protected final void drop(Session session) {
        sessions.remove(session);
        end(session);
    }

    /** Ends every connection. */
    protected final void dropAll() {
        while (!sessions.isEmpty()) {
            end(sessions.remove(sessions.size() - 1));
        }
    }

    /** Ends a share of the connections that were made to some endpoints, chosen by their ids. */
    public final void drop(double share, long key, boolean[] endpoints) {
        for (int i = sessions.size() - 1; i >= 0; i--) {
            Session session = sessions.get(i);
            boolean meant = endpoints[session.connection.endpoint] && session.origin == null;
            if (meant && Randomness.uniform(Randomness.key(key, session.connection.id)) < share) {
                sessions.remove(i);
                end(session);
            }
        }
    }

    private void end(Session session) {
        locks.release(session);
        session.die(world.nominalDelay(this, session.peer));
    }

    /** Its host, back again, knows nothing of the connection: the client's next packet to it is answered with a reset. */
    final void reset(Session session) {
        world.simulation().after(world.nominalDelay(this, session.peer), new Broken(session));
    }

    protected final List<Session> sessions() {
        return sessions;
    }

    @Override
    protected void onCrash() {
        for (Session session : sessions) {
            session.die(lostPower() ? silence(session.connection) : world.nominalDelay(this, session.peer));
            if (lostPower()) {
                forgotten.add(session);
            }
        }
        sessions.clear();
        locks.clear();
        processors.clear(world.now());
    }

    @Override
    protected void onRestart() {
        for (Session session : forgotten) {
            world.simulation().after(RETRANSMITTED_AFTER, new Broken(session));
        }
        forgotten.clear();
    }

    // ---- for sessions

    /** When the work of a statement will be done. */
    long work(long attempt, int statement, boolean writing) {
        long nanos = config.statementTime.sample(draw(5, Randomness.key(attempt, statement)));
        if (writing) {
            nanos += config.writeTime.sample(draw(6, Randomness.key(attempt, statement)));
        }
        return processors.admit(world.now(), slowed(nanos));
    }

    /** The bits of one of this node's own draws. */
    protected final long draw(long purpose, long identity) {
        return Randomness.key(Randomness.key(randomKey, purpose), identity);
    }

    /** Sends an answer, some nanoseconds from now. */
    protected final void send(Reply reply, Node to, long after) {
        world.send(this, to, reply, world.now() + after);
    }

    protected final <N extends Node> void send(N to, Message<N> message) {
        world.send(this, to, message);
    }

    final <N extends Node> void answer(N to, Message<N> message, long after) {
        world.send(this, to, message, world.now() + after);
    }

    boolean reaches(Node peer) {
        return world.reachable(this, peer);
    }

    Simulation simulation() {
        return world.simulation();
    }

    Observer observer() {
        return world.observer();
    }

    public final long now() {
        return world.now();
    }
}
