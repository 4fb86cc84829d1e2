package dsqlsim.architecture.dsql;

import dsqlsim.architecture.ClientSite;
import dsqlsim.architecture.Connected;
import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Opening;
import dsqlsim.kernel.TokenBucket;
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

    private void onConnect(Connection connection, ClientSite site) {
        QueryProcessor host = null;
        if (!refusing && !layout.injections.refuses(connection.id, region) && takeToken()) {
            host = choose(connection);
        }
        long delay = config.connectTime.sample(draw(6, connection.id));
        Session session = host == null ? null : host.lend(connection, site);
        send(site, new Connected(connection, session, Kinds.CONNECTED), world.now() + (session == null ? 0 : delay));
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
    static final class Connect extends Opening<SessionRouter> {
        private final ClientSite site;

        Connect(Connection connection, ClientSite site) {
            super(connection, Kinds.CONNECT);
            this.site = site;
        }

        @Override
        protected void deliver() {
            to.onConnect(connection, site);
        }
    }
}
