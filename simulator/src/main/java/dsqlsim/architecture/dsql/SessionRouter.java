package dsqlsim.architecture.dsql;

import dsqlsim.architecture.ClientSite;
import dsqlsim.architecture.Connection;
import dsqlsim.kernel.TokenBucket;
import dsqlsim.world.Message;
import dsqlsim.world.World;

/** A region's endpoint: lends a query processor of the client's zone to each new connection, within the documented limits. */
final class SessionRouter extends DsqlNode {
    private final TokenBucket connects;
    private boolean refusing;

    SessionRouter(World world, Layout layout, String name, int region) {
        super(world, layout, "router", name, region, -1, -1);
        connects = new TokenBucket(config.connectBurst, config.connectRate);
    }

    void refuse(boolean from) {
        refusing = from;
    }

    void onConnect(Connect m) {
        Connection connection = m.connection;
        QueryProcessor host = null;
        if (!refusing && !layout.injections.refuses(connection.id, region) && takeToken()) {
            host = choose(connection);
        }
        long delay = config.connectTime.sample(draw(6, connection.id));
        Session session = host == null ? null : host.lend(connection, m.site);
        send(m.site, new Connected(connection, session), world.now() + (session == null ? 0 : delay));
    }

    private boolean takeToken() {
        return connections() < config.maxConnections && connects.take(world.now());
    }

    private int connections() {
        int count = 0;
        for (QueryProcessor[] zone : layout.hosts[region]) {
            for (QueryProcessor host : zone) {
                count += host.sessions();
            }
        }
        return count;
    }

    /** The host with the fewest sessions in the client's zone, or in the next zone that has one that may begin. */
    private QueryProcessor choose(Connection connection) {
        QueryProcessor[][] zones = layout.hosts[region];
        for (int i = 0; i < zones.length; i++) {
            QueryProcessor best = null;
            for (QueryProcessor host : zones[(connection.clientZone + i) % zones.length]) {
                if (host.begins()
                        && world.reachable(this, host)
                        && (best == null || host.sessions() < best.sessions())) {
                    best = host;
                }
            }
            if (best != null) {
                return best;
            }
        }
        return null;
    }

    @Override
    protected void onCrash() {}

    @Override
    protected void onRestart() {
        connects.skipTo(world.now());
    }

    /** A client wants a connection. */
    static final class Connect extends Message<SessionRouter> {
        private final Connection connection;
        private final ClientSite site;

        Connect(Connection connection, ClientSite site) {
            this.connection = connection;
            this.site = site;
        }

        @Override
        protected void deliver() {
            to.onConnect(this);
        }

        @Override
        protected long identity() {
            return connection.id;
        }

        @Override
        protected int kind() {
            return Kinds.CONNECT;
        }
    }

    /** A client has its connection, or is refused. */
    private static final class Connected extends Message<ClientSite> {
        private final Connection connection;
        private final Session session;

        Connected(Connection connection, Session session) {
            this.connection = connection;
            this.session = session;
        }

        @Override
        protected void deliver() {
            if (session == null || session.dead) {
                connection.client.refused(connection);
            } else {
                connection.server = session;
                connection.openedAt = session.host.world().now();
                connection.client.connected(connection);
            }
        }

        @Override
        protected long identity() {
            return connection.id;
        }

        @Override
        protected int kind() {
            return Kinds.CONNECTED;
        }
    }
}
