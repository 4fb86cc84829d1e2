package dsqlsim.architecture;

import dsqlsim.world.World;

/** The clients' side of databases that keep a session for each connection: every call is a message to that session. */
public abstract class SessionGateway implements Gateway {
    protected final World world;
    private final ClientSites sites;

    protected SessionGateway(World world, ClientSites sites) {
        this.world = world;
        this.sites = sites;
    }

    protected final ClientSite site(Connection connection) {
        return sites.of(connection);
    }

    /** Sends what the connection's attempt wants, unless the connection has no session. */
    protected abstract void ask(Connection connection, Request what, int statement);

    @Override
    public void begin(Connection connection) {
        ask(connection, Request.BEGIN, 0);
    }

    @Override
    public final void statement(Connection connection, int statement) {
        ask(connection, Request.STATEMENT, statement);
    }

    @Override
    public final void commit(Connection connection) {
        ask(connection, Request.COMMIT, 0);
    }

    @Override
    public final void rollback(Connection connection) {
        ask(connection, Request.ROLLBACK, 0);
    }

    @Override
    public void close(Connection connection) {
        ask(connection, Request.CLOSE, 0);
        connection.server = null;
    }
}
