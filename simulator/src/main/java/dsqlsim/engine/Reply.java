package dsqlsim.engine;

import dsqlsim.architecture.Connection;
import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.world.Message;
import dsqlsim.world.Node;
import dsqlsim.world.Subject;

/** A database answers its client, or the database that forwarded. */
public final class Reply extends Message<Node> {
    static final int BEGAN = 0;
    static final int ANSWERED = 1;
    static final int COMMITTED = 2;
    static final int REJECTED = 3;
    static final int UNKNOWN = 4;

    private final Session session;
    private final Attempt attempt;
    private final int what;
    private final int statement;
    private final long start;
    long commit = -1;
    int journal = -1;
    long sequence = -1;
    Outcome outcome;

    Reply(Session session, Attempt attempt, int what, int statement, long start) {
        this.session = session;
        this.attempt = attempt;
        this.what = what;
        this.statement = statement;
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

    public Attempt attempt() {
        return attempt;
    }

    /** Whether the transaction is over with it. */
    public boolean ends() {
        return what >= COMMITTED;
    }

    /** Its place in the log; -1 unless it is a commit that wrote. */
    public long sequence() {
        return sequence;
    }

    @Override
    protected void deliver() {
        if (session.origin != null) {
            session.origin.instance.forwarded(session.origin, this);
            return;
        }
        Connection connection = session.connection;
        if (connection.attempt != attempt) {
            return;
        }
        switch (what) {
            case BEGAN -> {
                attempt.start = start;
                connection.client.began(connection, attempt);
            }
            case ANSWERED -> {
                attempt.start = start;
                attempt.answered = attempt.plan.to(statement);
                connection.client.answered(connection, attempt, statement);
            }
            case COMMITTED -> {
                attempt.commit = commit;
                attempt.journal = journal;
                attempt.sequence = sequence;
                connection.client.committed(connection, attempt);
            }
            case REJECTED -> connection.client.rejected(connection, attempt, outcome);
            default -> connection.client.unknown(connection, attempt);
        }
    }

    @Override
    protected void describe(Subject subject) {
        subject.attempt(attempt.id)
                .called(
                        switch (what) {
                            case BEGAN -> "begun";
                            case ANSWERED -> "answer";
                            case COMMITTED -> "committed";
                            case REJECTED -> "rejected";
                            default -> "unknown";
                        });
    }

    @Override
    protected long identity() {
        return Randomness.key(attempt.id, what * 65536L + statement);
    }

    @Override
    protected int kind() {
        return Kinds.REPLY;
    }
}
