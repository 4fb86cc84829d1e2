package dsqlsim.operation;

import dsqlsim.kernel.Deferred;
import dsqlsim.ledger.Settings;
import dsqlsim.world.World;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The clusters of all full regions and what operators may do to them, in which state. Two regions must be peered before either
 * serves, and are deleted together: the first waits for its peer.
 */
public final class Clusters {
    /** The actions that are about clusters, in the order of a life. */
    public static final List<String> ACTIONS = List.of("create", "peer", "update", "protect", "unprotect", "delete");

    private final World world;
    private final Lifecycle times;
    private final Cluster[] all;
    private final boolean peered;
    private final BiConsumer<Order, String> refused;
    private long draws;

    /**
     * {@code absent} tells which regions have no cluster at the start; {@code peered} whether a cluster needs one in the other region;
     * {@code refused} is told of orders that are refused long after they were given.
     */
    public Clusters(
            World world, Settings settings, boolean[] absent, boolean peered, BiConsumer<Order, String> refused) {
        this.world = world;
        this.times = new Lifecycle(settings);
        this.peered = peered;
        this.refused = refused;
        this.all = new Cluster[absent.length];
        for (int region = 0; region < all.length; region++) {
            String name = world.geography().regionName(region);
            all[region] = new Cluster(world, name, absent[region] ? ClusterState.ABSENT : ClusterState.ACTIVE);
            watch(all[region], times.idleAfter);
        }
    }

    // ---- what others ask

    /** The state of the cluster of a region. */
    public ClusterState state(int region) {
        return all[region].state();
    }

    /** A client uses the cluster of a region: one that was idle is active again. */
    void used(int region) {
        Cluster cluster = all[region];
        cluster.usedAt = world.now();
        if (cluster.state() == ClusterState.IDLE) {
            cluster.become(ClusterState.ACTIVE);
            watch(cluster, times.idleAfter);
        }
    }

    /** How long the connection that wakes an idle or inactive cluster waits longer than others. */
    long wakeTime(int region) {
        return draw(state(region) == ClusterState.INACTIVE ? times.wakeInactive : times.wakeIdle);
    }

    /** A connection woke an inactive cluster. */
    void awake(int region) {
        Cluster cluster = all[region];
        if (cluster.state() == ClusterState.INACTIVE) {
            cluster.become(ClusterState.ACTIVE);
            cluster.usedAt = world.now();
            watch(cluster, times.idleAfter);
        }
    }

    // ---- idle

    /** Looks again when nobody can have been idle for long enough before. */
    private void watch(Cluster cluster, long nanos) {
        if (times.idleAfter < Long.MAX_VALUE) {
            world.simulation().after(nanos, new Deferred(Kinds.IDLE, () -> idle(cluster)));
        }
    }

    private void idle(Cluster cluster) {
        long unused = world.now() - cluster.usedAt;
        if (cluster.state() != ClusterState.ACTIVE) {
            return;
        }
        if (unused < times.idleAfter) {
            watch(cluster, times.idleAfter - unused);
            return;
        }
        cluster.become(ClusterState.IDLE);
        if (times.inactiveAfter < Long.MAX_VALUE) {
            cluster.becomeAfter(Math.max(0, times.inactiveAfter - unused), ClusterState.INACTIVE);
        }
    }

    // ---- what operators do

    /** Does an order now. Empty when it is under way, else why it is refused. */
    public Optional<String> operate(Order order) {
        Cluster cluster = of(order.region());
        String refusal = switch (order.action()) {
            case "create" -> create(cluster, order);
            case "peer" -> peer(cluster, order);
            case "update" -> update(cluster);
            case "protect", "unprotect" -> protect(cluster, order.action().equals("protect"));
            case "delete" -> delete(cluster);
            default -> throw new IllegalArgumentException("no action of clusters: " + order.action());
        };
        return Optional.ofNullable(refusal);
    }

    private String create(Cluster cluster, Order order) {
        if (cluster.state() != ClusterState.ABSENT && cluster.state() != ClusterState.DELETED) {
            return is(cluster) + "; there can be one";
        }
        cluster.isProtected = Boolean.parseBoolean(order.parameters().getOrDefault("deletion-protection", "false"));
        cluster.become(ClusterState.CREATING);
        long takes = draw(times.create);
        cluster.afterwards(takes, () -> created(cluster));
        return null;
    }

    private void created(Cluster cluster) {
        if (peered) {
            cluster.become(ClusterState.PENDING_SETUP);
        } else {
            activate(cluster);
        }
    }

    private void activate(Cluster cluster) {
        cluster.become(ClusterState.ACTIVE);
        cluster.usedAt = world.now();
        watch(cluster, times.idleAfter);
    }

    /** Whoever waits for a state before peering asks again and again, and gives up. */
    private String peer(Cluster cluster, Order order) {
        if (!peered) {
            return "a cluster of one region has no peer";
        }
        String wanted = order.parameters().get("wait-for");
        if (wanted == null) {
            return peer(cluster, of(order.parameters().get("with")));
        }
        wait(cluster, order, ClusterState.valueOf(wanted), times.asks);
        return null;
    }

    private void wait(Cluster cluster, Order order, ClusterState wanted, long triesLeft) {
        if (cluster.state() == wanted) {
            String refusal = peer(cluster, of(order.parameters().get("with")));
            if (refusal != null) {
                refused.accept(order, refusal);
            }
        } else if (triesLeft == 0) {
            refused.accept(order, "waited in vain for " + wanted.label() + ": " + is(cluster));
        } else {
            world.simulation()
                    .after(
                            times.askEvery,
                            new Deferred(Kinds.WAITER, () -> wait(cluster, order, wanted, triesLeft - 1)));
        }
    }

    private String peer(Cluster one, Cluster other) {
        for (Cluster each : List.of(one, other)) {
            if (each.state() != ClusterState.PENDING_SETUP) {
                return is(each) + ", not PENDING_SETUP";
            }
        }
        long takes = draw(times.peer);
        for (Cluster each : List.of(one, other)) {
            each.afterwards(takes, () -> activate(each));
        }
        return null;
    }

    private String update(Cluster cluster) {
        if (cluster.state() != ClusterState.ACTIVE && cluster.state() != ClusterState.IDLE) {
            return is(cluster) + ", not ACTIVE";
        }
        cluster.become(ClusterState.UPDATING);
        cluster.afterwards(draw(times.update), () -> activate(cluster));
        return null;
    }

    private static String protect(Cluster cluster, boolean on) {
        if (!exists(cluster)) {
            return is(cluster);
        }
        cluster.isProtected = on;
        return null;
    }

    private String delete(Cluster cluster) {
        boolean settled = cluster.state() == ClusterState.PENDING_SETUP
                || cluster.state().serves() && cluster.state() != ClusterState.UPDATING;
        if (!settled) {
            return is(cluster);
        }
        if (cluster.isProtected) {
            return "the cluster of " + cluster.name + " is protected from deletion";
        }
        if (peered && cluster.state() != ClusterState.PENDING_SETUP) {
            cluster.become(ClusterState.PENDING_DELETE);
            for (Cluster each : all) {
                if (each != cluster && exists(each) && each.state() != ClusterState.PENDING_DELETE) {
                    return null; // It waits for its peer.
                }
            }
            for (Cluster each : all) {
                goAway(each);
            }
        } else {
            goAway(cluster);
        }
        return null;
    }

    private void goAway(Cluster cluster) {
        if (exists(cluster)) {
            cluster.become(ClusterState.DELETING);
            cluster.becomeAfter(draw(times.delete), ClusterState.DELETED);
        }
    }

    private static boolean exists(Cluster cluster) {
        return switch (cluster.state()) {
            case ABSENT, DELETING, DELETED -> false;
            default -> true;
        };
    }

    private static String is(Cluster cluster) {
        return "the cluster of " + cluster.name + " is " + cluster.state().label();
    }

    private Cluster of(String region) {
        return all[world.geography().regionIndex(region)];
    }

    private long draw(Lifecycle.Time time) {
        return time.sample(world.seed(), draws++);
    }
}
