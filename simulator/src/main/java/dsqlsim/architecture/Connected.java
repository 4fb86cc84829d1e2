package dsqlsim.architecture;

/** A client has its connection, or is refused. */
public final class Connected extends Opening<ClientSite> {
    private final ServerEnd session;

    /** With the session that it got, or null. */
    public Connected(Connection connection, ServerEnd session, int kind) {
        super(connection, kind);
        this.session = session;
    }

    @Override
    protected void deliver() {
        if (session == null || session.over()) {
            connection.client.refused(connection);
        } else {
            connection.server = session;
            connection.client.connected(connection);
        }
    }
}
