package dsqlsim.architecture.aurora;

import dsqlsim.world.Timer;
import dsqlsim.world.World;

/**
 * A secondary region becomes the primary, step by step; its control plane drives it, and goes on where it was when it has been out.
 * Unplanned, it begins with what has arrived. Planned, the primary stops first and says where its log ends, and the secondary
 * begins when it has all of that.
 */
final class Takeover {
    private static final long LOOK_AGAIN = 100_000_000L;
    private static final long SAY_AGAIN = 1_000_000_000L;

    /** What it waits for. */
    private enum Step {
        MARKER,
        CATCH_UP,
        SERVICE,
        INSTANCE,
        PROMOTION,
        DONE,
        ABANDONED
    }

    private final Global global;
    private final World world;
    private final Cluster from;
    private final Cluster to;
    private final boolean planned;
    /** The number of the operator's order. */
    private final long order;

    private final long startedAt;
    private final Timer timer;
    private Step step;
    private long marker = -1;

    Takeover(Global global, World world, Cluster from, Cluster to, boolean planned, long order) {
        this.global = global;
        this.world = world;
        this.from = from;
        this.to = to;
        this.planned = planned;
        this.order = order;
        this.startedAt = world.now();
        this.timer = new Timer(to.control, Kinds.TIMER, this::on);
    }

    Cluster to() {
        return to;
    }

    long order() {
        return order;
    }

    boolean over() {
        return step == Step.ABANDONED || step == Step.DONE;
    }

    /** Whether the old primary is what the new one goes on from, to the last commit. */
    boolean planned() {
        return planned;
    }

    void start() {
        happened(planned ? "switchover-ordered" : "failover-ordered");
        if (planned) {
            step = Step.MARKER;
            on();
        } else {
            to.agent.detach();
            global.tellToFollow(this);
            await(Step.SERVICE, to.config.failoverTime.sample(to.control.draw(10)));
        }
    }

    /** The control plane is back. */
    void resume() {
        if (step == Step.SERVICE || step == Step.INSTANCE) {
            await(step, planned ? 0 : to.config.failoverTime.sample(to.control.draw(10)));
        } else if (!over() && step != Step.PROMOTION) {
            timer.set(LOOK_AGAIN);
        }
    }

    void stop() {
        timer.cancel();
    }

    private void await(Step next, long nanos) {
        step = next;
        timer.set(nanos);
    }

    private void on() {
        switch (step) {
            case MARKER -> askForMarker();
            case CATCH_UP -> look();
            case SERVICE -> instance();
            case INSTANCE -> promote();
            case ABANDONED -> reopen();
            default -> {}
        }
    }

    // ---- planned: the primary stops

    private void askForMarker() {
        if (world.now() - startedAt > to.config.switchoverTimeout) {
            abandon();
        } else {
            to.control.tell(from.control, new Word(Word.What.CLOSE, to, order));
            timer.set(SAY_AGAIN);
        }
    }

    void onMarker(long lsn) {
        if (step == Step.MARKER) {
            marker = lsn;
            step = Step.CATCH_UP;
            look();
        }
    }

    private void look() {
        if (to.volume.installed() >= marker) {
            happened("marker-reached");
            to.agent.detach();
            await(Step.SERVICE, to.config.switchoverTime.sample(to.control.draw(10)));
        } else if (world.now() - startedAt > to.config.switchoverTimeout) {
            abandon();
        } else {
            timer.set(LOOK_AGAIN);
        }
    }

    private void abandon() {
        happened("switchover-abandoned");
        step = Step.ABANDONED;
        reopen();
    }

    private void reopen() {
        if (from.control.closing().underWay()) {
            to.control.tell(from.control, new Word(Word.What.REOPEN, to, order));
            timer.set(SAY_AGAIN);
        }
    }

    // ---- the secondary begins

    /** A headless secondary needs an instance first. */
    private void instance() {
        if (to.control.hasReader()) {
            promote();
        } else {
            happened("instance-ordered");
            to.control.additions().ensure();
            await(Step.INSTANCE, LOOK_AGAIN);
        }
    }

    private void promote() {
        if (!to.control.hasReader()) {
            timer.set(LOOK_AGAIN);
            return;
        }
        step = Step.PROMOTION;
        to.control.takeOver(global.epochAbove());
    }

    /** It writes. */
    void done() {
        step = Step.DONE;
        happened(planned ? "switchover-done" : "failover-done");
    }

    private void happened(String type) {
        world.observer().happened(type, to.control.id, 0, -1, world.now());
    }
}
