package dsqlsim.architecture;

import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Attempt;
import dsqlsim.world.Message;
import dsqlsim.world.Node;
import dsqlsim.world.Subject;
import java.util.Locale;

/** What a client asks of its session, whatever the design: the message that carries it is the design's own. */
public abstract class Question<N extends Node> extends Message<N> {
    protected final Connection connection;
    /** What it is about; null when the connection carried none. */
    protected final Attempt attempt;

    protected final Request what;
    protected final int statement;

    protected Question(Connection connection, Attempt attempt, Request what, int statement) {
        this.connection = connection;
        this.attempt = attempt;
        this.what = what;
        this.statement = statement;
    }

    @Override
    protected final void describe(Subject subject) {
        if (attempt != null) {
            subject.attempt(attempt.id);
        }
        subject.called(what.name().toLowerCase(Locale.ROOT))
                .says(
                        switch (what) {
                            case BEGIN -> "begins";
                            case STATEMENT -> "sends statement " + (statement + 1) + " of " + attempt.plan.statements;
                            case COMMIT -> "sends COMMIT";
                            case ROLLBACK -> "rolls back";
                            case CLOSE -> "closes the connection";
                        });
    }

    @Override
    protected final long identity() {
        return attempt == null ? connection.id : Randomness.key(attempt.id, kind() * 65536L + statement);
    }
}
