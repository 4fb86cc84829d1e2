package dsqlsim.architecture;

/**
 * What clients can ask of a database, the same for every design. Each call sends a message from the client's place and returns
 * at once; the answer arrives at the connection's {@link Client}, or never: clients must keep their own timeouts.
 * A connection carries one attempt at a time, and the client waits for each answer before it asks on.
 */
public interface Gateway {
    /** Opens a connection: {@link Client#connected} or {@link Client#refused}. */
    void connect(Connection connection);

    /** Begins {@code connection.attempt}: {@link Client#began}. */
    void begin(Connection connection);

    /** Runs a statement of the plan: {@link Client#answered}. */
    void statement(Connection connection, int statement);

    /** Commits: {@link Client#committed}, {@link Client#rejected} or {@link Client#unknown}. */
    void commit(Connection connection);

    /** Gives the running attempt up without COMMIT, or after a timeout: nothing is answered, later answers are for nobody. */
    void rollback(Connection connection);

    /** Closes the connection; nothing is answered. */
    void close(Connection connection);
}
