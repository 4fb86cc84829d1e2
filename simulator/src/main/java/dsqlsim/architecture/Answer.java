package dsqlsim.architecture;

import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.world.Message;
import dsqlsim.world.Node;
import dsqlsim.world.Subject;

/** What a database tells the client of an attempt, whatever the design: the message that carries it is the design's own. */
public abstract class Answer<N extends Node> extends Message<N> {
    public static final int BEGAN = 0;
    public static final int ANSWERED = 1;
    public static final int COMMITTED = 2;
    public static final int REJECTED = 3;
    public static final int UNKNOWN = 4;

    public final Attempt attempt;
    protected final int what;
    protected final int statement;
    /** Start timestamp as far as the database knows it; -1 leaves what the client knows. */
    public long start = -1;

    public long commit = -1;
    public int journal = -1;
    public long sequence = -1;
    public Outcome outcome;

    protected Answer(Attempt attempt, int what, int statement) {
        this.attempt = attempt;
        this.what = what;
        this.statement = statement;
    }

    /** Whether it answers this statement. */
    public boolean answers(int which) {
        return what == ANSWERED && statement == which;
    }

    /** Tells the client, unless the connection carries another attempt by now. */
    protected final void tell(Connection connection) {
        if (connection.attempt != attempt) {
            return;
        }
        if (what <= ANSWERED && start >= 0) {
            attempt.start = start;
        }
        switch (what) {
            case BEGAN -> connection.client.began(connection, attempt);
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
    protected final void describe(Subject subject) {
        subject.attempt(attempt.id)
                .called(
                        switch (what) {
                            case BEGAN -> "begun";
                            case ANSWERED -> "answer";
                            case COMMITTED -> "committed";
                            case REJECTED -> "rejected";
                            default -> "unknown";
                        })
                .says(
                        switch (what) {
                            case BEGAN -> "has begun, with a start timestamp";
                            case ANSWERED -> "answers statement " + (statement + 1);
                            case COMMITTED -> "acknowledges the commit";
                            case REJECTED -> "rejects: " + outcome.label();
                            default -> "can't tell the outcome";
                        });
    }

    @Override
    protected final long identity() {
        return Randomness.key(attempt.id, what * 65536L + statement);
    }
}
