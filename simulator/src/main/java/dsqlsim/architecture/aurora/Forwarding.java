package dsqlsim.architecture.aurora;

import dsqlsim.architecture.Request;
import dsqlsim.engine.Reply;
import dsqlsim.engine.Session;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.TimerLane;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.world.Message;

/**
 * Write forwarding, at a secondary's instance: transactions that write are run by the primary, statement by statement, and what
 * only reads stays here, after it has waited for as much as its consistency asks for.
 */
final class Forwarding {
    /** A session that forwards. */
    private final class Forwarded extends Event {
        private final Session session;
        /** Its session at the primary; null until there is one. */
        private Session remote;
        /** The transaction that runs there; null while none does. */
        private Attempt attempt;

        private boolean commitSent;
        /** How much was forwarded, and up to where the primary took it: datagrams come twice, or late. */
        private int given;

        private int taken;
        /** The statement whose answer is awaited, or -1. */
        private int running = -1;
        /** The place of the last commit it was told of. */
        private long written;
        /** The statement that waits for the primary's position, or has it; and that position. */
        private int asked = -1;

        private long position = -1;

        Forwarded(Session session) {
            this.session = session;
        }

        /** No answer for as long as a connection lasts. */
        @Override
        protected void fire() {
            if (session.dead()) {
                return;
            }
            if (attempt != null) {
                broken(this);
            } else {
                session.reject(Outcome.FAILED_UNAVAILABLE);
            }
        }

        @Override
        protected int kind() {
            return Kinds.TIMER;
        }

        @Override
        protected int node() {
            return self.id;
        }
    }

    private final DbInstance self;
    private final boolean on;
    private final boolean session;
    private final boolean global;
    private final TimerLane patience;

    Forwarding(DbInstance self) {
        this.self = self;
        String mode = self.aurora().forwarding;
        on = self.cluster.global != null && self.aurora().forwards();
        session = on && mode.equals("session");
        global = on && mode.equals("global");
        patience = new TimerLane(
                self.world().simulation(), Math.max(1, self.world().connectionTimeout()));
    }

    private boolean active() {
        return on && !self.cluster.control.primary();
    }

    private Forwarded of(Session which) {
        if (which.attachment == null) {
            which.attachment = new Forwarded(which);
        }
        return (Forwarded) which.attachment;
    }

    private DbInstance writer() {
        return self.cluster.control.endpoints().named();
    }

    // ---- at the secondary

    /** Takes what belongs to a transaction that writes. */
    boolean divert(Session from, Attempt attempt, Request what, int statement) {
        if (!active()) {
            return false;
        }
        Forwarded state = of(from);
        if (what == Request.BEGIN && !attempt.plan.readOnly()) {
            state.attempt = attempt;
            state.commitSent = false;
            self.answer(Reply.began(from, attempt, self.readers().snapshot(from)), from);
            return true;
        }
        if (what == Request.CLOSE || what == Request.ROLLBACK) {
            give(state, what, 0);
            state.attempt = null;
            return false;
        }
        if (state.attempt == null || state.attempt != attempt) {
            return false;
        }
        state.commitSent = what == Request.COMMIT;
        give(state, what, statement);
        patience.start(state);
        return true;
    }

    private void give(Forwarded state, Request what, int statement) {
        self.world().simulation().cancel(state);
        boolean ends = what == Request.CLOSE || what == Request.ROLLBACK;
        if (!ends || state.remote != null) {
            DbInstance to = ends ? (DbInstance) state.remote.instance : writer();
            state.running = what == Request.STATEMENT ? statement : -1;
            self.tell(to, new Forward(self, state.session, state.attempt, what, statement, ++state.given), self.now());
        }
    }

    void onReply(Session from, Reply reply) {
        Forwarded state = of(from);
        if (reply.isBegin() || from.dead() || reply.attempt != state.attempt) {
            return;
        }
        if (!reply.ends() && !reply.answers(state.running)) {
            return; // It came before.
        }
        state.running = -1;
        self.world().simulation().cancel(state);
        state.written = Math.max(state.written, reply.sequence);
        if (reply.ends()) {
            state.attempt = null;
        }
        self.answer(reply.from(from), from);
    }

    void onBroken(Session from, Session remote) {
        Forwarded state = of(from);
        if (remote == null || state.remote == remote) {
            state.remote = null;
            if (!from.dead() && state.attempt != null) {
                broken(state);
            }
        }
    }

    private void broken(Forwarded state) {
        Attempt attempt = state.attempt;
        state.attempt = null;
        self.world().simulation().cancel(state);
        Reply reply = state.commitSent
                ? Reply.unknown(state.session, attempt)
                : Reply.rejected(state.session, attempt, Outcome.FAILED_UNAVAILABLE);
        self.answer(reply, state.session);
    }

    // ---- reads at the secondary

    /** Whether a statement that reads may go on; if not, it will be told. */
    boolean readable(Session which) {
        if (!active() || !session && !global) {
            return true;
        }
        Forwarded state = of(which);
        long needed = state.written;
        if (global) {
            if (state.asked != which.turn()) {
                state.asked = which.turn();
                state.position = -1;
                self.tell(writer(), new Where(self, which, which.turn()), self.now());
                patience.start(state);
            }
            if (state.position < 0) {
                return false;
            }
            needed = state.position;
        }
        if (self.readers().shown() >= needed) {
            return true;
        }
        self.readers().await(which, needed);
        return false;
    }

    private void onPosition(Session which, int turn, long position) {
        Forwarded state = of(which);
        if (state.asked == turn && state.position < 0) {
            self.world().simulation().cancel(state);
            state.position = position;
            which.goOn(turn);
        }
    }

    // ---- at the primary

    private void onForward(Forward m) {
        Forwarded state = m.from.forwarding().of(m.session);
        if (m.number <= state.taken) {
            return;
        }
        state.taken = m.number;
        Session remote = state.remote;
        if (remote == null || remote.dead() || remote.instance != self) {
            boolean begins = m.what == Request.STATEMENT && m.statement == 0;
            remote = begins ? self.acceptFrom(m.session, m.from) : null;
            state.remote = remote;
            if (remote == null) {
                self.tell(m.from, new Refused(m.session, m.what.ordinal()), self.now());
                return;
            }
        }
        if (m.what == Request.STATEMENT && m.statement == 0) {
            remote.ask(m.attempt, Request.BEGIN, 0);
        }
        if (!remote.dead()) {
            remote.ask(m.attempt, m.what, m.statement);
        }
    }

    /** A secondary's session has something done at the primary. */
    private static final class Forward extends Message<DbInstance> {
        private final DbInstance from;
        private final Session session;
        private final Attempt attempt;
        private final Request what;
        private final int statement;
        private final int number;

        Forward(DbInstance from, Session session, Attempt attempt, Request what, int statement, int number) {
            this.from = from;
            this.session = session;
            this.attempt = attempt;
            this.what = what;
            this.statement = statement;
            this.number = number;
        }

        @Override
        protected void deliver() {
            to.forwarding().onForward(this);
        }

        @Override
        protected long identity() {
            long about = attempt == null ? session.connection.id : attempt.id;
            return Randomness.key(about, what.ordinal() * 65536L + statement);
        }

        @Override
        protected int kind() {
            return Kinds.FORWARD;
        }
    }

    /** The primary has no session for what was forwarded. */
    private static final class Refused extends Message<DbInstance> {
        private final Session session;
        private final int what;

        Refused(Session session, int what) {
            this.session = session;
            this.what = what;
        }

        @Override
        protected void deliver() {
            to.forwarding().onBroken(session, null);
        }

        @Override
        protected long identity() {
            return Randomness.key(session.connection.id, what);
        }

        @Override
        protected int kind() {
            return Kinds.FORWARD;
        }
    }

    /** A read asks up to where the primary's log goes, and is told. */
    private static final class Where extends Message<DbInstance> {
        private final DbInstance from;
        private final Session session;
        private final int turn;
        private long position = -1;

        Where(DbInstance from, Session session, int turn) {
            this.from = from;
            this.session = session;
            this.turn = turn;
        }

        @Override
        protected void deliver() {
            if (position >= 0) {
                to.forwarding().onPosition(session, turn, position);
            } else if (to.writes()) {
                Where answer = new Where(from, session, turn);
                answer.position = to.cluster.volume.installed();
                to.tell(from, answer, to.now());
            }
        }

        @Override
        protected long identity() {
            return Randomness.key(session.connection.id, turn);
        }

        @Override
        protected int kind() {
            return Kinds.POSITION;
        }
    }
}
