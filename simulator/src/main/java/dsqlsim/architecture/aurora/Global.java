package dsqlsim.architecture.aurora;

import dsqlsim.world.Timer;
import dsqlsim.world.World;
import java.util.List;
import java.util.Optional;

/** What the regions of a global database have in common: which of them writes, on which line of history, and who follows. */
final class Global {
    private static final long SAY_AGAIN = 1_000_000_000L;
    private static final long COPY_AGAIN = 30_000_000_000L;
    /** Each line of history has its own epochs. */
    private static final long EPOCHS = 1_000_000;

    final Timelines timelines = new Timelines();
    final RpoGuard rpo;
    private final World world;
    private final AuroraConfig config;
    private List<Cluster> clusters = List.of();
    private Cluster primary;
    private Takeover takeover;
    private long orders;
    /** By region: the last order that it follows, and whether it waits to be copied anew. */
    private long[] follows = {};

    private Timer[] rebuilds = {};
    private boolean[] rebuilding = {};
    private Timer saying;

    Global(World world, AuroraConfig config) {
        this.world = world;
        this.config = config;
        rpo = new RpoGuard(this, config.dbRpo);
    }

    void begin(List<Cluster> all) {
        clusters = all;
        primary = all.get(0);
        follows = new long[all.size()];
        rebuilding = new boolean[all.size()];
        rebuilds = new Timer[all.size()];
        for (Cluster each : all) {
            rebuilds[each.region] = new Timer(each.control, Kinds.TIMER, () -> copy(each));
            if (each != primary) {
                each.agent.follow(primary.server);
            }
        }
    }

    List<Cluster> clusters() {
        return clusters;
    }

    /** The region that writes, as far as that is settled. */
    Cluster primary() {
        return primary;
    }

    long epochAbove() {
        return timelines.count() * EPOCHS;
    }

    // ---- operators

    Optional<String> failover(Cluster to) {
        Optional<String> refusal = refusal(to);
        return refusal.isPresent() ? refusal : start(to, false);
    }

    /** Only from a healthy primary to a healthy secondary. */
    Optional<String> switchover(Cluster to) {
        Optional<String> refusal = refusal(to);
        DbInstance writer = primary.control.writer();
        if (refusal.isEmpty() && (writer == null || !writer.up() || !writer.writes() || !primary.control.up())) {
            refusal = Optional.of("the primary does not write; only a failover is left");
        }
        if (refusal.isEmpty()
                && (!world.reachable(to.control, primary.control)
                        || !world.reachable(primary.server, to.agent)
                        || !primary.server.up())) {
            refusal = Optional.of("the regions do not reach each other");
        }
        return refusal.isPresent() ? refusal : start(to, true);
    }

    private Optional<String> refusal(Cluster to) {
        if (to == primary) {
            return Optional.of("it is the primary already");
        }
        if (!to.control.up()) {
            return Optional.of("its control plane is out");
        }
        if (rebuilding[to.region]) {
            return Optional.of("it is being rebuilt");
        }
        boolean stuck = takeover != null && !takeover.to().control.up();
        if (takeover != null && !takeover.over() && !stuck && takeover.planned() == false) {
            return Optional.of("a failover is under way");
        }
        return Optional.empty();
    }

    private Optional<String> start(Cluster to, boolean planned) {
        if (takeover != null && !takeover.over()) {
            if (planned) {
                return Optional.of("another is under way");
            }
            takeover.stop();
        }
        takeover = new Takeover(this, world, primary, to, planned, ++orders);
        saying = new Timer(to.control, Kinds.TIMER, () -> tellToFollow(takeover));
        takeover.start();
        return Optional.empty();
    }

    // ---- a promotion

    /** A writer has opened its volume: in a region that takes over, another line of history begins there. */
    void opened(Cluster cluster, long adopted) {
        if (takeover != null && takeover.to() == cluster && !takeover.over()) {
            cluster.volume.enter(timelines.begin(cluster.volume.timeline(), adopted), adopted);
            primary = cluster;
            follows[cluster.region] = takeover.order();
            takeover.done();
        }
    }

    /** Its control plane knows, and tells the others. */
    void promoted(Cluster cluster) {
        if (takeover != null && takeover.to() == cluster && takeover.over()) {
            tellToFollow(takeover);
        }
    }

    /** Tells every other region that it does not write, until all know. */
    void tellToFollow(Takeover order) {
        boolean all = true;
        for (Cluster each : clusters) {
            if (each != order.to() && follows[each.region] < order.order()) {
                all = false;
                order.to().control.tell(each.control, new Word(Word.What.FOLLOW, order.to(), order.order()));
            }
        }
        if (!all) {
            saying.set(SAY_AGAIN);
        }
    }

    void onWord(ControlPlane at, Cluster here, Word word) {
        switch (word.what) {
            case CLOSE -> at.closing().begin(word.by.control);
            case REOPEN -> at.closing().giveUp();
            case MARKER -> {
                if (takeover != null && takeover.to() == here) {
                    takeover.onMarker(word.number);
                }
            }
            default -> follow(here, word.by, word.number);
        }
    }

    private void follow(Cluster here, Cluster other, long order) {
        if (follows[here.region] >= order) {
            return;
        }
        follows[here.region] = order;
        boolean wrote = here.control.primary();
        here.control.becomeSecondary();
        here.server.stop();
        boolean continues = takeover.planned()
                && takeover.order() == order
                && timelines.holds(here.volume.timeline(), here.volume.installed());
        if (continues) {
            here.volume.enter(other.volume.timeline(), other.volume.branch());
            here.agent.follow(other.server);
        } else {
            if (wrote) {
                happened("snapshot-kept", here);
            }
            rebuild(here);
        }
    }

    // ---- rebuilding

    /** A region's storage can't go on from what it has: it is copied from the primary's. */
    void rebuild(Cluster cluster) {
        if (!rebuilding[cluster.region]) {
            rebuilding[cluster.region] = true;
            cluster.agent.detach();
            cluster.rebuilding(true);
            happened("rebuild-started", cluster);
            rebuilds[cluster.region].set(config.rebuildTime.sample(cluster.control.draw(11)));
        }
    }

    private void copy(Cluster cluster) {
        boolean there = takeover == null || takeover.over();
        if (!there || primary.volume.reachable(cluster.control) < AuroraConfig.READ_QUORUM) {
            rebuilds[cluster.region].set(COPY_AGAIN);
            return;
        }
        rebuilding[cluster.region] = false;
        cluster.volume.copy(primary.volume);
        cluster.instances.forEach(DbInstance::reread);
        cluster.rebuilding(false);
        cluster.agent.follow(primary.server);
        happened("rebuilt", cluster);
    }

    /** A region's control plane is back, and goes on with what it was doing. */
    void resume(ControlPlane control) {
        for (Cluster each : clusters) {
            if (each.control == control && rebuilding[each.region]) {
                rebuilds[each.region].set(config.rebuildTime.sample(control.draw(11)));
            }
        }
        if (takeover != null && takeover.to().control == control) {
            takeover.resume();
            saying.set(SAY_AGAIN);
        }
    }

    private void happened(String type, Cluster where) {
        world.observer().happened(type, where.control.id, -1, -1, world.now());
    }
}
