package dsqlsim.architecture.lww;

import dsqlsim.architecture.Answer;
import dsqlsim.architecture.ClientSite;
import dsqlsim.txn.Attempt;

/** A replica answers its client. */
final class Reply extends Answer<ClientSite> {
    private final Session session;

    Reply(Session session, Attempt attempt, int what, int statement) {
        super(attempt, what, statement);
        this.session = session;
    }

    @Override
    protected void deliver() {
        tell(session.connection);
    }

    @Override
    protected int kind() {
        return Kinds.REPLY;
    }
}
