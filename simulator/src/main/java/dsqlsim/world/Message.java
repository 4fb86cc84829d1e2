package dsqlsim.world;

import dsqlsim.kernel.Event;

/**
 * Something a node of type {@code N} is told. A message knows its handler, so there is no switch to forget.
 *
 * <p>{@link #identity} says which message this is among all that ever use its link, by what it is about (a transaction and its
 * step, a heartbeat's index): the delay is drawn with it, so that other messages never change it.
 */
public abstract class Message<N extends Node> extends Event {
    protected N to;
    Link link;
    private long departAt;
    private int fromIncarnation;
    private int toIncarnation;

    /** Handles this message at the node it was sent to. */
    protected abstract void deliver();

    /** Which message this is on its link; see the class comment. */
    protected abstract long identity();

    /** Whether only the newest of its kind matters: such messages are not kept while a connection stalls. */
    protected boolean ephemeral() {
        return false;
    }

    /** Whether handling it waits for the receiver's disk. */
    protected boolean needsDisk() {
        return false;
    }

    /** Says what this is about, for traces. */
    protected void describe(Subject subject) {}

    /** The node that sent this. */
    protected final Node from() {
        return link.from;
    }

    final int kindNumber() {
        return kind();
    }

    /** The node that sent this, for those who listen. */
    public final Node sender() {
        return link.from;
    }

    /** The node this is for, for those who listen. */
    public final Node receiver() {
        return to;
    }

    final void stamp(Link on, N receiver, long departure) {
        link = on;
        to = receiver;
        departAt = departure;
        fromIncarnation = on.from.incarnation;
        toIncarnation = receiver.incarnation;
    }

    @Override
    protected final int node() {
        return to.id;
    }

    @Override
    protected final void fire() {
        Node sender = link.from;
        if (to.incarnation != toIncarnation || !to.up()) {
            link.lost(this);
            return;
        }
        if (sender.incarnation != fromIncarnation && sender.endOf(fromIncarnation) < departAt) {
            link.lost(this);
            return;
        }
        if (sender.heldSince(departAt)) {
            if (keep()) {
                sender.defer(this);
            }
        } else if (link.isCut()) {
            link.stall(this);
        } else if (to.paused()) {
            if (keep()) {
                to.defer(this);
            }
        } else if (to.diskStalled() && needsDisk()) {
            link.held(this);
            to.deferToDisk(this);
        } else {
            link.delivered(this);
            deliver();
        }
    }

    /** Whether this is worth keeping while a node stands still. */
    private boolean keep() {
        if (ephemeral()) {
            link.lost(this);
            return false;
        }
        link.held(this);
        return true;
    }

    /** A second arrival of a message that a fault duplicated. */
    static final class Duplicate extends Event {
        private final Message<?> original;

        Duplicate(Message<?> original) {
            this.original = original;
        }

        @Override
        protected void fire() {
            original.fire();
        }

        @Override
        protected int kind() {
            return original.kind();
        }

        @Override
        protected int node() {
            return original.node();
        }
    }
}
