package dsqlsim.architecture.aurora;

import dsqlsim.architecture.ClientSite;
import dsqlsim.architecture.Connection;
import dsqlsim.engine.Directory;
import dsqlsim.engine.Instance;
import dsqlsim.world.World;
import java.util.Arrays;
import java.util.List;

/**
 * Where clients believe their instance to be. By DNS: what the writer endpoint's name stood for when they last asked. With a
 * driver that knows the topology: who writes, as soon as the driver's next look shows it.
 */
final class Endpoints implements Directory {
    private static final DbInstance[] NONE = {};

    private final World world;
    private final AuroraConfig config;
    private List<Cluster> clusters = List.of();
    /** What the name stands for. */
    private DbInstance named;

    private DbInstance writes;
    private DbInstance wroteBefore;
    private long writesSince;
    /** By node of a site: what it was told last, and until when it believes it. */
    private DbInstance[] answers = NONE;

    private long[] believedUntil = {};

    Endpoints(World world, AuroraConfig config) {
        this.world = world;
        this.config = config;
    }

    void begin(List<Cluster> all, DbInstance writer) {
        clusters = all;
        named = writer;
        writes = writer;
        wroteBefore = writer;
    }

    /** What the name stands for. */
    DbInstance named() {
        return named;
    }

    /** The name stands for another instance. */
    void name(DbInstance writer) {
        named = writer;
    }

    /** Another instance writes: whoever looks sees it. */
    void learn(DbInstance writer) {
        wroteBefore = writes;
        writes = writer;
        writesSince = world.now();
    }

    @Override
    public Instance forConnection(Connection connection, ClientSite site) {
        Cluster near = cluster(connection);
        if (config.forwards() && !near.control.primary()) {
            DbInstance reader = reader(near, connection);
            return reader != null ? reader : writer(site);
        }
        return writer(site);
    }

    @Override
    public Instance forReading(Connection connection, ClientSite site) {
        return reader(cluster(connection), connection);
    }

    private Cluster cluster(Connection connection) {
        return clusters.get(connection.endpoint < clusters.size() ? connection.endpoint : 0);
    }

    private DbInstance writer(ClientSite site) {
        if (config.wrapper) {
            return world.now() >= writesSince + config.topologyPoll ? writes : wroteBefore;
        }
        if (site.id >= answers.length) {
            answers = Arrays.copyOf(answers, site.id + 1);
            believedUntil = Arrays.copyOf(believedUntil, site.id + 1);
        }
        if (answers[site.id] == null || world.now() >= believedUntil[site.id]) {
            answers[site.id] = named;
            believedUntil[site.id] = world.now() + config.dnsTtl;
        }
        return answers[site.id];
    }

    /** One of the readers that give signs of life; null if there is none. */
    DbInstance reader(Cluster cluster, Connection connection) {
        int count = 0;
        for (DbInstance each : cluster.instances) {
            count += readable(cluster, each) ? 1 : 0;
        }
        if (count == 0) {
            return null;
        }
        int chosen = (int) Math.floorMod(connection.id, (long) count);
        for (DbInstance each : cluster.instances) {
            if (readable(cluster, each) && chosen-- == 0) {
                return each;
            }
        }
        return null;
    }

    private static boolean readable(Cluster cluster, DbInstance each) {
        return each.state() == DbInstance.State.READER && cluster.control.hears(each);
    }
}
