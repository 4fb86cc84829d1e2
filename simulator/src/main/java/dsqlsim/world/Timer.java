package dsqlsim.world;

import dsqlsim.kernel.Event;

/** A node's own alarm: it dies with the process and waits out a pause. One object serves again and again. */
public final class Timer extends Event {
    private final Node node;
    private final int kind;
    private final Runnable action;
    private int incarnation;

    /** {@code kind} is a small stable number for the fingerprint. */
    public Timer(Node node, int kind, Runnable action) {
        this.node = node;
        this.kind = kind;
        this.action = action;
    }

    /** Sets the alarm {@code delayNanos} from now, in place of an earlier setting. */
    public void set(long delayNanos) {
        cancel();
        incarnation = node.incarnation();
        node.world.simulation().after(delayNanos, this);
    }

    /** Sets the alarm unless it is set already. */
    public void ensure(long delayNanos) {
        if (!pending() || incarnation != node.incarnation()) {
            set(delayNanos);
        }
    }

    public void cancel() {
        node.world.simulation().cancel(this);
    }

    @Override
    protected void fire() {
        if (incarnation != node.incarnation() || !node.up()) {
            return;
        }
        if (node.paused()) {
            node.defer(this);
        } else {
            action.run();
        }
    }

    @Override
    protected int kind() {
        return kind;
    }

    @Override
    protected int node() {
        return node.id;
    }
}
