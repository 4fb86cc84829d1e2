package dsqlsim.architecture.lww;

import dsqlsim.architecture.ClientSite;
import dsqlsim.architecture.Connection;
import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.world.Message;
import dsqlsim.world.Subject;

/** A replica answers its client. */
final class Reply extends Message<ClientSite> {
    static final int BEGAN = 0;
    static final int ANSWERED = 1;
    static final int COMMITTED = 2;
    static final int REJECTED = 3;
    static final int UNKNOWN = 4;

    private final Session session;
    private final Attempt attempt;
    private final int what;
    private final int statement;
    long start = -1;
    long commit = -1;
    int journal = -1;
    long sequence = -1;
    Outcome outcome;

    Reply(Session session, Attempt attempt, int what, int statement) {
        this.session = session;
        this.attempt = attempt;
        this.what = what;
        this.statement = statement;
    }

    @Override
    protected void deliver() {
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
