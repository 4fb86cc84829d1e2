package dsqlsim.engine;

import dsqlsim.architecture.Answer;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.world.Node;

/** A database answers its client, or the database that forwarded. */
public final class Reply extends Answer<Node> {
    private final Session session;

    Reply(Session session, Attempt attempt, int what, int statement, long start) {
        super(attempt, what, statement);
        this.session = session;
        this.start = start;
    }

    /** The same, from another session. */
    private Reply(Session session, Reply other) {
        this(session, other.attempt, other.what, other.statement, other.start);
        commit = other.commit;
        journal = other.journal;
        sequence = other.sequence;
        outcome = other.outcome;
    }

    /** What a database passes on of an answer that it got for one of its own sessions. */
    public Reply from(Session other) {
        return new Reply(other, this);
    }

    /** That a transaction is over, and perhaps committed. */
    public static Reply unknown(Session session, Attempt attempt) {
        return new Reply(session, attempt, UNKNOWN, -1, -1);
    }

    /** That a transaction is over, without effect. */
    public static Reply rejected(Session session, Attempt attempt, Outcome outcome) {
        Reply reply = new Reply(session, attempt, REJECTED, -1, -1);
        reply.outcome = outcome;
        return reply;
    }

    /** That a transaction has begun. */
    public static Reply began(Session session, Attempt attempt, long start) {
        return new Reply(session, attempt, BEGAN, -1, start);
    }

    public boolean isBegin() {
        return what == BEGAN;
    }

    /** Whether the transaction is over with it. */
    public boolean ends() {
        return what >= COMMITTED;
    }

    @Override
    protected void deliver() {
        if (session.origin != null) {
            session.origin.instance.forwarded(session.origin, this);
        } else {
            tell(session.connection);
        }
    }

    @Override
    protected int kind() {
        return Kinds.REPLY;
    }
}
