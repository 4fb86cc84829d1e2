package dsqlsim.world;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Randomness;
import java.util.ArrayList;
import java.util.List;

/**
 * One direction between two nodes. It behaves as TCP: order is kept, a lost packet is a delay, duplicates do not reach the node;
 * while it is cut, what was sent waits, and after the connection timeout it is gone. Only a fault that asks for datagrams gives
 * raw loss, duplication and reordering. Heartbeats and the like may have a connection of their own: then a late one holds up no
 * commit.
 */
final class Link {
    private static final long MINIMUM_RETRANSMIT = 200_000_000L;
    private static final int STALLED_MAX = 20_000;

    final Node from;
    final Node to;
    private final World world;
    private final Distribution delay;
    private final long key;
    private final boolean far;
    private final Sequence words = new Sequence();
    private final Sequence beats;

    private int version = -1;
    private boolean cut;
    private LinkRule[] impairments = {};
    private final List<Message<?>> stalled = new ArrayList<>();
    private long stalledSince;

    Link(World world, Node from, Node to) {
        this.world = world;
        this.from = from;
        this.to = to;
        this.delay = world.latency().oneWay(from, to);
        this.key = Randomness.key(from.randomKey, to.name);
        this.far = from.region != to.region;
        this.beats = world.latency().heartbeatsApart() ? new Sequence() : words;
    }

    boolean isCut() {
        if (version != world.rulesVersion()) {
            refresh();
        }
        return cut;
    }

    private void refresh() {
        version = world.rulesVersion();
        cut = false;
        List<LinkRule> active = new ArrayList<>();
        for (LinkRule rule : world.rules()) {
            if (rule.matches(from, to)) {
                cut |= rule.cuts();
                if (!rule.cuts() && Randomness.uniform(Randomness.key(key, rule.flowKey())) < rule.share()) {
                    active.add(rule);
                }
            }
        }
        impairments = active.toArray(LinkRule[]::new);
    }

    /** Sends a stamped message that leaves at {@code departAt}, now or later. */
    void send(Message<?> message, long departAt) {
        if (isCut()) {
            stall(message);
            return;
        }
        long draw = Randomness.key(key, message.identity());
        long arrival = departAt + travel(draw);
        if (impairments.length > 0) {
            arrival = impaired(message, draw, departAt, arrival);
            if (arrival < 0) {
                lost(message);
                return;
            }
        } else {
            arrival = inOrder(message, departAt, arrival);
        }
        world.simulation().at(arrival, message);
    }

    /** Sends a stamped message now, with those that left at this instant if it may travel with them; returns the bundle to join next. */
    Bundle join(Bundle others, Message<?> message) {
        if (isCut() || impairments.length > 0) {
            send(message, world.now());
            return others;
        }
        boolean together = others != null && others.takes(world.now());
        long arrival = together ? others.arrival : world.now() + travel(Randomness.key(key, message.identity()));
        long inOrder = inOrder(message, world.now(), arrival);
        if (inOrder > arrival) {
            world.simulation().at(inOrder, message);
            return others;
        }
        if (together) {
            others.add(message);
            return others;
        }
        Bundle own = new Bundle(world.now(), arrival);
        own.add(message);
        world.simulation().at(arrival, own);
        return own;
    }

    /** The same for messages that go anywhere: they may share an event if no draw decides when they arrive, and that is the same. */
    Bundle joinIfSteady(Bundle others, Message<?> message) {
        boolean steady = delay.isConstant() && (!far || world.latency().tail().isZero());
        if (!steady) {
            send(message, world.now());
            return others;
        }
        boolean same = others != null && others.arrival == world.now() + delay.median();
        return join(same ? others : null, message);
    }

    /** How long a message travels when nothing is wrong. */
    private long travel(long draw) {
        long nanos = delay.sample(draw);
        return far ? nanos + world.latency().tail().sample(Randomness.mix(draw + 1)) : nanos;
    }

    private long inOrder(Message<?> message, long departAt, long arrival) {
        return (message.ephemeral() ? beats : words).arrival(world.now(), departAt, arrival);
    }

    /** The arrival under the active impairments, or -1 when a datagram is lost. */
    private long impaired(Message<?> message, long draw, long departAt, long arrival) {
        long at = arrival;
        boolean datagrams = false;
        for (int i = 0; i < impairments.length; i++) {
            LinkRule rule = impairments[i];
            long own = Randomness.key(draw, rule.flowKey());
            datagrams |= rule.datagrams();
            at += rule.addedDelay(own);
            if (rule.datagrams()) {
                if (Randomness.uniform(Randomness.mix(own + 3)) < rule.loss()) {
                    return -1;
                }
                if (Randomness.uniform(Randomness.mix(own + 4)) < rule.duplicate()) {
                    world.simulation()
                            .at(at + rule.addedDelay(Randomness.mix(own + 5)), new Message.Duplicate(message));
                }
            } else {
                at += retransmissions(rule, own, departAt);
            }
        }
        return datagrams ? at : inOrder(message, departAt, at);
    }

    /** What lost packets cost a TCP stream: the time-out, doubled for each loss in a row; what is sent once it is healed gets through. */
    private long retransmissions(LinkRule rule, long own, long departAt) {
        long cost = 0;
        long timeout = retransmitTimeout();
        for (int i = 0; i < 6 && departAt + cost < rule.endsAt(); i++) {
            if (Randomness.uniform(Randomness.mix(own + 16 + i)) >= rule.loss()) {
                break;
            }
            cost += timeout;
            timeout *= 2;
        }
        return cost;
    }

    private long retransmitTimeout() {
        return Math.max(MINIMUM_RETRANSMIT, 4 * delay.median());
    }

    /** Keeps a message that can't get through now; heartbeats and the like are not worth keeping. */
    void stall(Message<?> message) {
        if (message.ephemeral()) {
            lost(message);
            return;
        }
        if (stalled.isEmpty()) {
            stalledSince = world.now();
            world.noteStalled(this);
        }
        if (world.now() - stalledSince < world.latency().connectionTimeout() && stalled.size() < STALLED_MAX) {
            stalled.add(message);
            held(message);
        } else {
            lost(message);
        }
    }

    /** After rules changed: when the link is whole again, what waited arrives with the next retransmission, or is gone. */
    boolean resume() {
        if (isCut()) {
            return false;
        }
        long waited = world.now() - stalledSince;
        if (waited < world.latency().connectionTimeout()) {
            long next = retransmitTimeout();
            long step = next;
            while (next < waited) {
                step *= 2;
                next += step;
            }
            for (Message<?> message : stalled) {
                if (!message.pending()) { // A duplicated datagram waited twice, and comes once.
                    world.simulation().at(inOrder(message, world.now(), stalledSince + next + delay.median()), message);
                }
            }
        } else if (world.traffic() != null) {
            stalled.forEach(this::lost);
        }
        stalled.clear();
        return true;
    }

    // ---- who listens

    void held(Message<?> message) {
        if (world.traffic() != null) {
            world.traffic().held(message);
        }
    }

    void lost(Message<?> message) {
        if (world.traffic() != null) {
            world.traffic().lost(message);
        }
    }

    void delivered(Message<?> message) {
        if (world.traffic() != null) {
            world.traffic().delivered(message);
        }
    }
}
