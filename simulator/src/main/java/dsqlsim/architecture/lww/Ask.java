package dsqlsim.architecture.lww;

import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Attempt;
import dsqlsim.world.Message;
import dsqlsim.world.Subject;

/** A client asks something of its replica. */
final class Ask extends Message<Replica> {
    private final Session session;
    private final Attempt attempt;
    private final int kind;
    private final int statement;

    Ask(Session session, Attempt attempt, int kind, int statement) {
        this.session = session;
        this.attempt = attempt;
        this.kind = kind;
        this.statement = statement;
    }

    @Override
    protected void deliver() {
        if (session.over()) {
            // The node knows nothing of the connection any more, and says so.
            session.breakAfter(to.world().nominalDelay(to, session.site));
            return;
        }
        switch (kind) {
            case Kinds.BEGIN -> session.begin(attempt);
            case Kinds.STATEMENT -> session.statement(attempt, statement);
            case Kinds.COMMIT -> session.commit(attempt);
            case Kinds.ROLLBACK -> session.rollback();
            default -> to.sessions.close(session);
        }
    }

    @Override
    protected void describe(Subject subject) {
        if (attempt != null) {
            subject.attempt(attempt.id);
        }
        subject.called(
                switch (kind) {
                    case Kinds.BEGIN -> "begin";
                    case Kinds.STATEMENT -> "statement";
                    case Kinds.COMMIT -> "commit";
                    case Kinds.ROLLBACK -> "rollback";
                    default -> "close";
                });
    }

    @Override
    protected long identity() {
        return attempt == null ? session.connection.id : Randomness.key(attempt.id, kind * 65536L + statement);
    }

    @Override
    protected int kind() {
        return kind;
    }
}
