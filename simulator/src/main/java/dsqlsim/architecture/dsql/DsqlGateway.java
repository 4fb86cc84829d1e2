package dsqlsim.architecture.dsql;

import dsqlsim.architecture.ClientSite;
import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Request;
import dsqlsim.architecture.SessionGateway;
import dsqlsim.world.World;

/** The clients' side: a router of the endpoint's region lends a session, which is asked from then on. */
final class DsqlGateway extends SessionGateway {
    private final Layout layout;

    DsqlGateway(World world, Layout layout) {
        super(world, layout.sites);
        this.layout = layout;
    }

    @Override
    public void connect(Connection connection) {
        ClientSite site = site(connection);
        world.send(site, layout.routers[connection.endpoint], new SessionRouter.Connect(connection, site));
    }

    @Override
    protected void ask(Connection connection, Request what, int statement) {
        Session session = (Session) connection.server;
        if (session != null) {
            world.send(site(connection), session.host, new Ask(session, connection.attempt, what, statement));
        }
    }
}
