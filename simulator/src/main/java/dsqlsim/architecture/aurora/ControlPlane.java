package dsqlsim.architecture.aurora;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;
import dsqlsim.world.Node;
import dsqlsim.world.Timer;
import dsqlsim.world.World;
import java.util.Arrays;
import java.util.Optional;

/**
 * A region's control plane: it listens to the instances, and when the writer is silent makes the best reader the writer, or creates
 * one. Whatever of that is interrupted goes on when there are signs of life again.
 */
final class ControlPlane extends Node {
    /** How much longer than its usual work a promotion may take before another reader is tried. */
    private static final long PATIENCE = 30_000_000_000L;

    private final Cluster cluster;
    private final AuroraConfig config;
    private final Endpoints endpoints;
    private final long[] heardAt;
    private final Timer check;
    private final Timer creation;
    private final Timer naming;
    private final Closing closing;
    private final Additions additions;

    // durable: the service's own tables
    private boolean primary;
    private DbInstance writer;
    private long epoch = 1;
    private DbInstance promoting;
    private long promotingSince;
    private boolean creating;
    private DbInstance toName;

    ControlPlane(World world, Cluster cluster, String name, Endpoints endpoints, boolean primary) {
        super(world, "control-plane", name, cluster.region, -1, -1);
        this.cluster = cluster;
        this.config = cluster.config;
        this.endpoints = endpoints;
        this.primary = primary;
        heardAt = new long[64];
        check = new Timer(this, Kinds.TIMER, this::check);
        creation = new Timer(this, Kinds.TIMER, this::created);
        naming = new Timer(this, Kinds.TIMER, this::name);
        closing = new Closing(this, cluster);
        additions = new Additions(this);
    }

    void begin(DbInstance first) {
        writer = first;
        check.set(config.heartbeat);
    }

    /** The part of a switchover in which this region gives up. */
    Closing closing() {
        return closing;
    }

    Additions additions() {
        return additions;
    }

    AuroraConfig config() {
        return config;
    }

    Endpoints endpoints() {
        return endpoints;
    }

    boolean primary() {
        return primary;
    }

    /** The writer as it knows it; null where there is none. */
    DbInstance writer() {
        return writer;
    }

    /** Whether an instance gives signs of life, as far as it knows. */
    boolean hears(DbInstance instance) {
        return world.now() - heardAt[index(instance)] <= config.detect && instance.state() != DbInstance.State.ABSENT;
    }

    private int index(DbInstance instance) {
        return cluster.instances.indexOf(instance);
    }

    // ---- listening

    private void onBeat(Beat m) {
        heardAt[index(m.from)] = world.now();
        if (m.state == DbInstance.State.WRITER && m.epoch >= epoch) {
            boolean news = m.epoch > epoch;
            epoch = m.epoch;
            if (news || promoting == m.from) {
                serves(m.from);
            }
        }
    }

    private void check() {
        check.set(config.heartbeat);
        if (!primary || creating) {
            return;
        }
        if (promoting != null) {
            boolean late = world.now() - promotingSince > PATIENCE + config.promotionTime.median();
            if (late || !hears(promoting) && world.now() - promotingSince > config.detect) {
                promoting = null;
                replace();
            }
        } else if (writer == null || world.now() - heardAt[index(writer)] > config.detect) {
            happened("failure-detected", writer);
            replace();
        }
    }

    // ---- replacing the writer

    private void replace() {
        DbInstance best = null;
        for (DbInstance each : cluster.instances) {
            if (each != writer && hears(each) && each.state() == DbInstance.State.READER && better(each, best)) {
                best = each;
            }
        }
        if (best != null) {
            promote(best);
        } else {
            creating = true;
            creation.set(config.recreationTime.sample(draw(1)));
        }
    }

    private static boolean better(DbInstance one, DbInstance other) {
        return other == null || one.tier < other.tier || one.tier == other.tier && one.capacity > other.capacity;
    }

    private void promote(DbInstance target) {
        promoting = target;
        promotingSince = world.now();
        happened("failover-started", target);
        world.send(this, target, new Order(epoch + 1));
    }

    /** A new instance is ready: where there is power, and unless the old writer came back meanwhile. */
    private void created() {
        creating = false;
        if (writer != null && hears(writer) && writer.state() == DbInstance.State.WRITER) {
            return;
        }
        DbInstance instance = create();
        if (instance == null) {
            creating = true;
            creation.set(PATIENCE);
        } else {
            promote(instance);
        }
    }

    /** Creates an instance where there is none and there is power; null if there is no such place. */
    DbInstance create() {
        for (DbInstance each : cluster.instances) {
            if (each.state() == DbInstance.State.ABSENT && world.reachable(this, each)) {
                each.create();
                heardAt[index(each)] = world.now();
                return each;
            }
        }
        return null;
    }

    /** An instance writes under a new epoch. */
    private void serves(DbInstance instance) {
        writer = instance;
        promoting = null;
        creating = false;
        creation.cancel();
        happened("writer-promoted", instance);
        endpoints.learn(instance);
        toName = instance;
        naming.set((cluster.global == null ? config.dnsUpdate : config.globalDnsUpdate).sample(draw(2)));
        if (cluster.global != null) {
            cluster.global.promoted(cluster);
        }
    }

    private void name() {
        endpoints.name(toName);
        happened("rerouted", toName);
        toName = null;
    }

    // ---- operators

    /** Replaces the writer by a reader, as in a failover. */
    Optional<String> failover() {
        if (!up()) {
            return Optional.of("the control plane is out");
        }
        if (!primary) {
            return Optional.of("its region does not write");
        }
        if (promoting != null || creating) {
            return Optional.of("a failover is under way");
        }
        for (DbInstance each : cluster.instances) {
            if (each != writer && hears(each) && each.state() == DbInstance.State.READER) {
                replace();
                return Optional.empty();
            }
        }
        return Optional.of("there is no reader to fail over to");
    }

    // ---- regions

    /** The cluster is the primary from now on: one of its instances is to write, under an epoch above. */
    void takeOver(long above) {
        primary = true;
        epoch = Math.max(epoch, above);
        writer = null;
        replace();
    }

    /** Another region writes. */
    void becomeSecondary() {
        primary = false;
        closing.done();
        promoting = null;
        creating = false;
        creation.cancel();
        naming.cancel();
        for (DbInstance each : cluster.instances) {
            if (each.state() == DbInstance.State.WRITER || each.state() == DbInstance.State.RECOVERING) {
                each.retire();
            }
        }
        writer = null;
    }

    void happened(String type, Node about) {
        world.observer().happened(type, about == null ? id : about.id, 0, epoch, world.now());
    }

    long draw(long purpose) {
        return Randomness.key(Randomness.key(randomKey, purpose), world.now());
    }

    void onWord(Word word) {
        cluster.global.onWord(this, cluster, word);
    }

    /** Whether some instance could become the writer. */
    boolean hasReader() {
        for (DbInstance each : cluster.instances) {
            if (hears(each) && each.state() == DbInstance.State.READER) {
                return true;
            }
        }
        return false;
    }

    boolean reaches(Node other) {
        return world.reachable(this, other);
    }

    <N extends Node> void tell(N to, Message<N> message) {
        world.send(this, to, message);
    }

    @Override
    protected void onCrash() {}

    @Override
    protected void onRestart() {
        Arrays.fill(heardAt, world.now());
        check.set(config.heartbeat);
        if (creating) {
            creation.set(config.recreationTime.sample(draw(1)));
        }
        if (toName != null) {
            naming.set(config.dnsUpdate.sample(draw(2)));
        }
        additions.resume();
        if (cluster.global != null) {
            cluster.global.resume(this);
        }
    }

    // ---- messages

    /** An instance is alive, and says what it is. */
    static final class Beat extends Message<ControlPlane> {
        private final DbInstance from;
        private final DbInstance.State state;
        private final long epoch;
        private final long at;

        Beat(DbInstance from, DbInstance.State state, long epoch) {
            this.from = from;
            this.state = state;
            this.epoch = epoch;
            this.at = from.now();
        }

        @Override
        protected void deliver() {
            to.onBeat(this);
        }

        @Override
        protected boolean ephemeral() {
            return true;
        }

        @Override
        protected long identity() {
            return at;
        }

        @Override
        protected int kind() {
            return Kinds.BEAT;
        }
    }

    /** An instance is to become the writer. */
    private static final class Order extends Message<DbInstance> {
        private final long epoch;

        Order(long epoch) {
            this.epoch = epoch;
        }

        @Override
        protected void deliver() {
            to.onOrder(epoch);
        }

        @Override
        protected long identity() {
            return epoch;
        }

        @Override
        protected int kind() {
            return Kinds.ORDER;
        }
    }
}
