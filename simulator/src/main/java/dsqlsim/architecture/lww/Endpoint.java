package dsqlsim.architecture.lww;

import dsqlsim.architecture.ClientSite;
import dsqlsim.architecture.Connected;
import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Opening;
import dsqlsim.world.Message;
import dsqlsim.world.Node;
import dsqlsim.world.World;

/** A region's endpoint: passes a new connection to a replica that it has heard of lately, in the client's zone if there is one. */
final class Endpoint extends Node {
    private final Layout layout;
    private final long[] heardAt;

    Endpoint(World world, Layout layout, String name, int region) {
        super(world, "router", name, region, -1, -1);
        this.layout = layout;
        heardAt = new long[world.geography().zones(region)];
    }

    private void onConnect(Connection connection, ClientSite site) {
        Replica replica = layout.injections.refuses(connection.id, region) ? null : choose(connection.clientZone);
        if (replica == null) {
            world.send(this, site, new Connected(connection, null, Kinds.CONNECTED));
        } else {
            world.send(this, replica, new Open(connection, site));
        }
    }

    private Replica choose(int clientZone) {
        Replica[] all = layout.regions[region];
        for (int i = 0; i < all.length; i++) {
            int zone = (clientZone + i) % all.length;
            if (world.now() - heardAt[zone] <= Layout.BEATS_MISSED * layout.config.heartbeat) {
                return all[zone];
            }
        }
        return null;
    }

    @Override
    protected void onCrash() {}

    /** It learns anew who is there. */
    @Override
    protected void onRestart() {}

    /** A client wants a connection. */
    static final class Connect extends Opening<Endpoint> {
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

    /** A replica gets a connection. */
    private static final class Open extends Opening<Replica> {
        private final ClientSite site;

        Open(Connection connection, ClientSite site) {
            super(connection, Kinds.CONNECT);
            this.site = site;
        }

        @Override
        protected void deliver() {
            Session session = to.serves() ? to.sessions.open(connection, site) : null;
            long time = session == null ? 0 : to.config.connectTime.sample(to.draw(8, connection.id));
            to.send(site, new Connected(connection, session, Kinds.CONNECTED), to.now() + time);
        }
    }

    /** A replica is there, and serves or does not. */
    static final class Alive extends Message<Endpoint> {
        private final Replica replica;
        private final boolean serves;
        private final long number;

        Alive(Replica replica, boolean serves, long number) {
            this.replica = replica;
            this.serves = serves;
            this.number = number;
        }

        @Override
        protected void deliver() {
            to.heardAt[replica.zone] = serves ? to.world.now() : Long.MIN_VALUE / 2;
        }

        @Override
        protected boolean ephemeral() {
            return true;
        }

        @Override
        protected long identity() {
            return number;
        }

        @Override
        protected int kind() {
            return Kinds.HEARTBEAT;
        }
    }
}
