package dsqlsim.architecture.dsql;

import dsqlsim.architecture.Question;
import dsqlsim.architecture.Request;
import dsqlsim.txn.Attempt;

/** A client asks something of its query processor. */
final class Ask extends Question<QueryProcessor> {
    private final Session session;

    Ask(Session session, Attempt attempt, Request what, int statement) {
        super(session.connection, attempt, what, statement);
        this.session = session;
    }

    @Override
    protected void deliver() {
        if (session.over()) {
            session.reset(to);
            return;
        }
        switch (what) {
            case BEGIN -> session.begin(attempt);
            case STATEMENT -> session.statement(attempt, statement);
            case COMMIT -> session.commit(attempt);
            case ROLLBACK -> session.rollback();
            case CLOSE -> session.close();
        }
    }

    @Override
    protected int kind() {
        return Kinds.of(what);
    }
}
