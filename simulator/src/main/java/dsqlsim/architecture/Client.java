package dsqlsim.architecture;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;

/** What a client is told. Answers to an attempt that is not the connection's current one any more are dropped before they get here. */
public interface Client {
    void connected(Connection connection);

    /** No connection: limits, rate, or the endpoint does not serve. */
    void refused(Connection connection);

    /** The connection is gone. An open attempt fails, or is unknown if COMMIT was sent. */
    void lost(Connection connection);

    /** The attempt has begun; {@code attempt.start} is set. */
    void began(Connection connection, Attempt attempt);

    /** A statement was answered; {@code attempt.read} is set for its rows. */
    void answered(Connection connection, Attempt attempt, int statement);

    /** Committed; commit timestamp, journal and sequence are set if it wrote. */
    void committed(Connection connection, Attempt attempt);

    /** The attempt is over, and certainly had no effect: aborted or failed. The connection stays usable. */
    void rejected(Connection connection, Attempt attempt, Outcome outcome);

    /** COMMIT was sent and its outcome can't be told (SQLSTATE XX000). The connection stays usable. */
    void unknown(Connection connection, Attempt attempt);
}
