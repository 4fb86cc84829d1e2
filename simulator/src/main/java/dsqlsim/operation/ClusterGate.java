package dsqlsim.operation;

import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Gateway;
import dsqlsim.kernel.Deferred;
import dsqlsim.world.World;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The endpoints of clusters, before whatever design is behind them: a cluster that does not serve refuses connections and breaks
 * those that are open at their next transaction, one that fell asleep has dropped them
 * and is woken by the next.
 */
public final class ClusterGate implements Gateway {
    private final World world;
    private final Clusters clusters;
    private final Gateway behind;
    private final long refusal;
    private final Set<Connection> waking = new LinkedHashSet<>();

    /** {@code refusalNanos} is how long a client takes to learn that there is no such endpoint. */
    public ClusterGate(World world, Clusters clusters, Gateway behind, long refusalNanos) {
        this.world = world;
        this.clusters = clusters;
        this.behind = behind;
        this.refusal = refusalNanos;
    }

    @Override
    public void connect(Connection connection) {
        ClusterState state = clusters.state(connection.endpoint);
        if (!state.serves()) {
            later(refusal, () -> connection.client.refused(connection));
        } else if (state == ClusterState.INACTIVE || state == ClusterState.IDLE) {
            waking.add(connection);
            later(clusters.wakeTime(connection.endpoint), () -> woken(connection));
        } else {
            clusters.used(connection.endpoint);
            behind.connect(connection);
        }
    }

    private void woken(Connection connection) {
        clusters.awake(connection.endpoint);
        if (!waking.remove(connection)) {
            return; // Its client has given up.
        }
        if (clusters.state(connection.endpoint).serves()) {
            clusters.used(connection.endpoint);
            behind.connect(connection);
        } else {
            connection.client.refused(connection);
        }
    }

    @Override
    public void begin(Connection connection) {
        ClusterState state = clusters.state(connection.endpoint);
        if (state.serves() && state != ClusterState.INACTIVE) {
            clusters.used(connection.endpoint);
            behind.begin(connection);
        } else {
            behind.close(connection);
            later(refusal, () -> connection.client.lost(connection));
        }
    }

    private void later(long nanos, Runnable action) {
        world.simulation().after(nanos, new Deferred(Kinds.GATE, action));
    }

    @Override
    public void statement(Connection connection, int statement) {
        behind.statement(connection, statement);
    }

    @Override
    public void commit(Connection connection) {
        behind.commit(connection);
    }

    @Override
    public void rollback(Connection connection) {
        behind.rollback(connection);
    }

    @Override
    public void close(Connection connection) {
        waking.remove(connection);
        behind.close(connection);
    }
}
