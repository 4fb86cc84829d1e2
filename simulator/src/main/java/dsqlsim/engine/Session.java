package dsqlsim.engine;

import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Request;
import dsqlsim.kernel.TimerLane;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import dsqlsim.txn.Version;
import dsqlsim.world.Node;

/**
 * A connection's end at a database: it runs one transaction at a time. Statements take their rows one after the other, waiting for
 * locks as they come; what was locked stays locked until the commit is durable, or the transaction is given up.
 */
public final class Session extends Locker {
    private static final long REFUSED_AFTER = 1;

    public final Instance instance;
    public final Connection connection;
    /** Who asks: the client's site, or another database that forwards. */
    public final Node peer;
    /** The session that forwards to this one; null for a client's own. */
    public final Session origin;

    /** What the design keeps of it. */
    public Object attachment;

    private final EngineConfig config;
    private final Execute execute = new Execute(this);
    private final LockWait lockWait;
    private final KeepAlive keepAlive = new KeepAlive(this);
    private Attempt attempt;
    private Plan plan;
    /** What it has read is as of this timestamp; -1 when no transaction runs. */
    private long start = -1;

    private int statement;
    private int index;
    /** Whether the row at {@link #index} has been locked and is still to be taken. */
    private boolean holds;

    /** Rises with every statement. */
    private int turn;

    private long snapshot;
    /** Its commit that is logged and not durable yet. */
    private Redo committing;

    private boolean dead;

    Session(Instance instance, Connection connection, Node peer, Session origin) {
        this.instance = instance;
        this.connection = connection;
        this.peer = peer;
        this.origin = origin;
        this.config = instance.config;
        this.lockWait = new LockWait(this);
    }

    public Attempt attempt() {
        return attempt;
    }

    /** Whether the connection is over, as the database knows. */
    public boolean dead() {
        return dead;
    }

    // ---- what is asked

    /** Does what is asked, of an attempt and perhaps of one of its statements. */
    public void ask(Attempt of, Request what, int number) {
        switch (what) {
            case BEGIN -> begin(of);
            case STATEMENT -> statement(of, number);
            case COMMIT -> commit(of);
            case ROLLBACK -> reset();
            default -> close();
        }
    }

    private void begin(Attempt next) {
        reset();
        attempt = next;
        plan = next.plan;
        if (!instance.accepts() || committing != null) {
            reject(Outcome.FAILED_UNAVAILABLE);
        } else if (!plan.readOnly() && !instance.writes()) {
            instance.turnAway(this);
        } else {
            start = instance.snapshot(this);
            reply(Reply.BEGAN, -1, 0);
        }
    }

    private void statement(Attempt of, int number) {
        if (of != attempt || start < 0) {
            return;
        }
        stopTimers();
        turn++;
        statement = number;
        index = plan.from(number);
        holds = false;
        long done = instance.work(attempt.id, number, plan.to(number) > plan.reads);
        snapshot = -1;
        if (done == instance.now()) {
            execute();
        } else {
            instance.simulation().at(done, execute);
        }
    }

    private void commit(Attempt of) {
        if (of != attempt || start < 0) {
            return;
        }
        stopTimers();
        if (plan.readOnly()) {
            instance.locks.release(this);
            reply(Reply.COMMITTED, -1, 0);
            start = -1;
            return;
        }
        Outcome refusal = instance.refusal(attempt);
        if (refusal != null) {
            reject(refusal);
        } else {
            start = -1;
            committing = instance.log(this);
        }
    }

    /** Closed by the client: nobody is to be told. */
    void close() {
        dead = true;
        reset();
        instance.forget(this);
    }

    // ---- a statement

    /** Which statement runs, for {@link #goOn}. */
    public int turn() {
        return turn;
    }

    /** Its reads may go on, if it is still that statement that runs. */
    public void goOn(int of) {
        if (of == turn && !execute.pending() && !waitsForLock()) {
            execute();
        }
    }

    /** Goes on with the running statement: when its work is done, or a lock has come. */
    private void execute() {
        if (dead || start < 0 || !instance.readable(this)) {
            return;
        }
        if (snapshot < 0) {
            snapshot = config.isolation == EngineConfig.Isolation.REPEATABLE_READ ? start : instance.snapshot(this);
        }
        int end = plan.to(statement);
        while (index < end) {
            if (!holds && locks(index) && !instance.locks.acquire(this, plan.rows[index], exclusive(index))) {
                lockWait.begin();
                return;
            }
            holds = false;
            if (!take(index)) {
                return;
            }
            index++;
        }
        finishStatement();
    }

    private boolean exclusive(int i) {
        return i >= plan.reads || i < plan.forUpdate;
    }

    private boolean locks(int i) {
        return exclusive(i) || config.isolation == EngineConfig.Isolation.SERIALIZABLE;
    }

    /** Reads a row that is locked, or needs no lock. False if the transaction may not go on. */
    private boolean take(int i) {
        int row = plan.rows[i];
        Version version = locks(i) ? instance.rows.newest(row) : instance.rows.asOf(row, snapshot);
        boolean changed = version != null && version.timestamp > start;
        if (changed && exclusive(i) && config.isolation == EngineConfig.Isolation.REPEATABLE_READ) {
            reject(Outcome.ABORTED_OCC_DATA);
            return false;
        }
        if (plan.isRead(i)) {
            attempt.read[i] = version;
        }
        return true;
    }

    @Override
    protected void granted() {
        lockWait.over();
        holds = true;
        instance.simulation().after(0, execute);
    }

    /** What was locked can't have changed since: the transaction stands where its last statement does. */
    private void finishStatement() {
        if (config.isolation != EngineConfig.Isolation.REPEATABLE_READ) {
            start = locksHeld() > 0 ? Math.max(snapshot, instance.snapshot(this)) : snapshot;
        }
        keepAlive();
        reply(Reply.ANSWERED, statement, 0);
    }

    // ---- its end

    /** Its commit is durable and everybody may see it. */
    void committed(Redo redo) {
        instance.locks.release(this);
        boolean waitedFor = committing == redo && attempt != null;
        committing = null;
        if (!waitedFor) {
            return;
        }
        Reply reply = new Reply(this, attempt, Reply.COMMITTED, -1, start);
        reply.commit = redo.timestamp;
        reply.journal = instance.journal();
        reply.sequence = redo.lsn;
        instance.send(reply, peer, 0);
    }

    /** Gives the transaction up, certainly without effect. */
    public void reject(Outcome outcome) {
        stopTimers();
        instance.simulation().cancel(execute);
        instance.locks.release(this);
        start = -1;
        Reply reply = new Reply(this, attempt, Reply.REJECTED, -1, start);
        reply.outcome = outcome;
        instance.send(reply, peer, REFUSED_AFTER);
    }

    /** Drops the running transaction. A commit under way can't be stopped, and keeps its locks to its end; only nobody is told. */
    private void reset() {
        stopTimers();
        instance.simulation().cancel(execute);
        if (committing == null) {
            instance.locks.release(this);
        }
        attempt = null;
        start = -1;
    }

    private void stopTimers() {
        lockWait.stop();
        instance.simulation().cancel(keepAlive);
    }

    /** The database is gone, and with it its locks: the client learns it after so many nanoseconds. */
    void die(long clientLearnsAfter) {
        dead = true;
        stopTimers();
        instance.simulation().cancel(execute);
        committing = null;
        start = -1;
        instance.simulation().after(clientLearnsAfter, new Broken(this));
    }

    private void reply(int what, int number, long after) {
        instance.send(new Reply(this, attempt, what, number, start), peer, after);
    }

    private void keepAlive() {
        TimerLane lane = locksHeld() == 0 ? null : instance.keepAlive(this);
        if (lane != null) {
            lane.start(keepAlive);
        }
    }

    private void checkPeer() {
        if (instance.reaches(peer)) {
            keepAlive();
        } else {
            close();
        }
    }

    /** The work of a statement is done, or the lock that it waited for has come. */
    private static final class Execute extends SessionEvent {
        Execute(Session session) {
            super(session);
        }

        @Override
        void act() {
            session.execute();
        }

        @Override
        protected int kind() {
            return Kinds.EXECUTE;
        }
    }

    /** The client has been silent for long while others may wait for its locks: is it still there? */
    private static final class KeepAlive extends SessionEvent {
        KeepAlive(Session session) {
            super(session);
        }

        @Override
        void act() {
            session.checkPeer();
        }
    }
}
