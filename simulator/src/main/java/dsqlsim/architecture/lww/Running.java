package dsqlsim.architecture.lww;

import dsqlsim.architecture.ClientSite;
import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Deployment;
import dsqlsim.architecture.Footprint;
import dsqlsim.architecture.Gateway;
import dsqlsim.architecture.Injections;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import dsqlsim.txn.Survivors;
import dsqlsim.world.Node;
import dsqlsim.world.World;

/** The design at work: what clients, the audit and faults ask of it. */
final class Running implements Deployment, Gateway, Survivors {
    private final World world;
    private final Layout layout;

    Running(World world, Layout layout) {
        this.world = world;
        this.layout = layout;
    }

    @Override
    public Gateway gateway() {
        return this;
    }

    @Override
    public Survivors survivors() {
        return this;
    }

    @Override
    public Footprint footprint() {
        int regions = layout.regions.length;
        return new Footprint(
                Footprint.Compute.INSTANCES, layout.origins.size(), layout.origins.size(), regions, regions - 1);
    }

    // ---- clients

    private ClientSite site(Connection connection) {
        return layout.sites[connection.clientRegion][connection.clientZone];
    }

    @Override
    public void connect(Connection connection) {
        ClientSite site = site(connection);
        world.send(site, layout.endpoints[connection.endpoint], new Endpoint.Connect(connection, site));
    }

    @Override
    public void begin(Connection connection) {
        ask(connection, Kinds.BEGIN, 0);
    }

    @Override
    public void statement(Connection connection, int statement) {
        ask(connection, Kinds.STATEMENT, statement);
    }

    @Override
    public void commit(Connection connection) {
        ask(connection, Kinds.COMMIT, 0);
    }

    @Override
    public void rollback(Connection connection) {
        ask(connection, Kinds.ROLLBACK, 0);
    }

    @Override
    public void close(Connection connection) {
        ask(connection, Kinds.CLOSE, 0);
        connection.server = null;
    }

    private void ask(Connection connection, int what, int statement) {
        Session session = (Session) connection.server;
        if (session != null) {
            world.send(site(connection), session.at, new Ask(session, connection.attempt, what, statement));
        }
    }

    // ---- audit

    /** The journal of a commit is its origin's log. */
    @Override
    public Found find(long attempt, int journal, long sequence, long commit, Plan plan) {
        boolean down = false;
        for (Replica each : layout.origins) {
            if (each.replication.log(journal).last() >= sequence) {
                if (each.up()) {
                    return Found.PRESENT;
                }
                down = true;
            }
        }
        return down ? Found.UNAVAILABLE : Found.LOST;
    }

    /** What every replica has on disk is not looked for again. */
    @Override
    public boolean retains(int journal, long sequence) {
        return sequence > layout.everywhere(journal);
    }

    // ---- faults

    @Override
    public boolean plays(Node node, String role) {
        return node.role.equals(role);
    }

    @Override
    public void loseDisk(Node node) {
        if (node instanceof Replica replica) {
            replica.loseDisk();
        }
    }

    @Override
    public void slowDisk(Node node, double factor) {
        if (node instanceof Replica replica) {
            replica.replication.scaleDiskSlowness(factor);
        }
    }

    /** There are no leaders. */
    @Override
    public void noteLostLeaders() {}

    /** Nothing is certified here, so nothing is refused: the fault means nothing. */
    @Override
    public Object refuseCommits(double share, Outcome outcome, long key) {
        return new Object();
    }

    @Override
    public Object refuseConnections(boolean[] endpoints, double share, boolean drop, long key) {
        Injections.Refusals injection = new Injections.Refusals(endpoints, share, key);
        layout.injections.add(injection);
        for (Replica each : layout.origins) {
            if (drop && endpoints[each.region]) {
                each.sessions.drop(share, key);
            }
        }
        return injection;
    }

    @Override
    public void heal(Object handle) {
        layout.injections.remove(handle);
    }
}
