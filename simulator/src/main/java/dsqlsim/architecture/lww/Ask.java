package dsqlsim.architecture.lww;

import dsqlsim.architecture.Question;
import dsqlsim.architecture.Request;
import dsqlsim.txn.Attempt;

/** A client asks something of its replica. */
final class Ask extends Question<Replica> {
    private final Session session;

    Ask(Session session, Attempt attempt, Request what, int statement) {
        super(session.connection, attempt, what, statement);
        this.session = session;
    }

    @Override
    protected void deliver() {
        if (session.over()) {
            // The node knows nothing of the connection any more, and says so.
            session.breakAfter(to.world().nominalDelay(to, session.site));
            return;
        }
        switch (what) {
            case BEGIN -> session.begin(attempt);
            case STATEMENT -> session.statement(attempt, statement);
            case COMMIT -> session.commit(attempt);
            case ROLLBACK -> session.rollback();
            case CLOSE -> to.sessions.close(session);
        }
    }

    @Override
    protected int kind() {
        return Kinds.of(what);
    }
}
