package dsqlsim.workload;

import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Gateway;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.Simulation;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import java.util.ArrayList;
import java.util.List;

/** A database of the simplest kind: every answer takes a fixed time, and a script says what it is. */
final class FakeGateway implements Gateway {
    enum Call {
        CONNECT,
        BEGIN,
        STATEMENT,
        COMMIT
    }

    /** What is answered; null outcome and no loss is the good answer. */
    record Reply(boolean silent, boolean lost, Outcome outcome) {
        static final Reply GOOD = new Reply(false, false, null);
        static final Reply SILENT = new Reply(true, false, null);
        /** To CONNECT: refused. */
        static final Reply LOST = new Reply(false, true, null);

        static Reply outcome(Outcome outcome) {
            return new Reply(false, false, outcome);
        }
    }

    interface Script {
        Reply reply(Call call, Connection connection, Attempt attempt);
    }

    private final Simulation simulation;
    final List<Connection> opened = new ArrayList<>();
    Script script = (call, connection, attempt) -> Reply.GOOD;
    long connectNanos;
    long answerNanos = 1_000_000;
    /** Commits are served one at a time, each this long after the one before; 0 for all at once. */
    long serviceNanos;

    private long busyUntil;
    int open;
    int openMax;
    int rollbacks;

    FakeGateway(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public void connect(Connection connection) {
        opened.add(connection);
        open++;
        openMax = Math.max(openMax, open);
        Reply reply = script.reply(Call.CONNECT, connection, null);
        answer(connectNanos, reply, () -> {
            if (reply.lost) {
                open--;
                connection.client.refused(connection);
            } else {
                connection.client.connected(connection);
            }
        });
    }

    @Override
    public void begin(Connection connection) {
        Attempt attempt = connection.attempt;
        step(Call.BEGIN, connection, answerNanos, () -> {
            attempt.start = simulation.now();
            connection.client.began(connection, attempt);
        });
    }

    @Override
    public void statement(Connection connection, int statement) {
        Attempt attempt = connection.attempt;
        step(Call.STATEMENT, connection, answerNanos, () -> connection.client.answered(connection, attempt, statement));
    }

    @Override
    public void commit(Connection connection) {
        Attempt attempt = connection.attempt;
        long nanos = answerNanos;
        if (serviceNanos > 0) {
            busyUntil = Math.max(busyUntil, simulation.now()) + serviceNanos;
            nanos = busyUntil - simulation.now();
        }
        step(Call.COMMIT, connection, nanos, () -> connection.client.committed(connection, attempt));
    }

    private void step(Call call, Connection connection, long nanos, Runnable good) {
        Attempt attempt = connection.attempt;
        Reply reply = script.reply(call, connection, attempt);
        answer(nanos, reply, () -> {
            // Answers that come too late are delivered all the same: the client has to see that they are for nobody.
            if (reply.lost) {
                open--;
                connection.client.lost(connection);
            } else if (reply.outcome == Outcome.UNKNOWN) {
                connection.client.unknown(connection, attempt);
            } else if (reply.outcome != null) {
                connection.client.rejected(connection, attempt, reply.outcome);
            } else {
                good.run();
            }
        });
    }

    private void answer(long nanos, Reply reply, Runnable action) {
        if (!reply.silent) {
            simulation.after(nanos, event(action));
        }
    }

    static Event event(Runnable action) {
        return new Event() {
            @Override
            protected void fire() {
                action.run();
            }

            @Override
            protected int kind() {
                return 1;
            }
        };
    }

    @Override
    public void rollback(Connection connection) {
        rollbacks++;
    }

    @Override
    public void close(Connection connection) {
        open--;
    }
}
