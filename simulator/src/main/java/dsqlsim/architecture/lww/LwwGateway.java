package dsqlsim.architecture.lww;

import dsqlsim.architecture.ClientSite;
import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Request;
import dsqlsim.architecture.SessionGateway;
import dsqlsim.world.World;

/** The clients' side: an endpoint passes a connection to a replica, which is asked from then on. */
final class LwwGateway extends SessionGateway {
    private final Layout layout;

    LwwGateway(World world, Layout layout) {
        super(world, layout.sites);
        this.layout = layout;
    }

    @Override
    public void connect(Connection connection) {
        ClientSite site = site(connection);
        world.send(site, layout.endpoints[connection.endpoint], new Endpoint.Connect(connection, site));
    }

    @Override
    protected void ask(Connection connection, Request what, int statement) {
        Session session = (Session) connection.server;
        if (session != null) {
            world.send(site(connection), session.at, new Ask(session, connection.attempt, what, statement));
        }
    }
}
