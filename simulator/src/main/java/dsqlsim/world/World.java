package dsqlsim.world;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Simulation;
import dsqlsim.txn.Observer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;

/** Every node, and the links between them. */
public final class World {
    private final Simulation simulation;
    private final Geography geography;
    private final Latency latency;
    private final BiFunction<Node, Long, Clock> clocks;
    private final Observer observer;
    private final List<Node> nodes = new ArrayList<>();
    private final List<LinkRule> rules = new ArrayList<>();
    private final List<Link> stalledLinks = new ArrayList<>();
    /** By path, the messages that left together last. */
    private Bundle[] bundles = new Bundle[8];

    /** The last of those without jitter. */
    private Bundle alongside;

    private int rulesVersion;
    private long messages;
    private Traffic traffic;

    public World(
            Simulation simulation,
            Geography geography,
            Latency latency,
            BiFunction<Node, Long, Clock> clocks,
            Observer observer) {
        this.simulation = simulation;
        this.geography = geography;
        this.latency = latency;
        this.clocks = clocks;
        this.observer = observer;
    }

    public Simulation simulation() {
        return simulation;
    }

    public Geography geography() {
        return geography;
    }

    public Observer observer() {
        return observer;
    }

    public long now() {
        return simulation.now();
    }

    public long seed() {
        return simulation.seed();
    }

    public List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    public Node node(int id) {
        return nodes.get(id);
    }

    /** How many messages were sent. */
    public long messages() {
        return messages;
    }

    /** Tells somebody of every message from now on; null for nobody. */
    public void watch(Traffic by) {
        traffic = by;
    }

    Traffic traffic() {
        return traffic;
    }

    /** Whether what is sent from one to the other now has to wait, or is lost: a fault cuts the link. */
    public boolean isCut(Node from, Node to) {
        for (LinkRule rule : rules) {
            if (rule.cuts() && rule.matches(from, to)) {
                return true;
            }
        }
        return false;
    }

    int add(Node node) {
        nodes.add(node);
        return nodes.size() - 1;
    }

    Clock clockFor(Node node, long key) {
        Clock clock = clocks.apply(node, key);
        clock.attach(simulation);
        return clock;
    }

    Latency latency() {
        return latency;
    }

    // ---- messages

    /** Sends a message from a node, now. */
    public <N extends Node> void send(Node from, N to, Message<N> message) {
        send(from, to, message, simulation.now());
    }

    /** Sends a message that leaves the node at {@code departAt}, unless the node crashes before. */
    public <N extends Node> void send(Node from, N to, Message<N> message, long departAt) {
        Link link = link(from, to);
        message.stamp(link, to, departAt);
        messages++;
        if (traffic != null) {
            traffic.sent(message, departAt);
        }
        link.send(message, departAt);
    }

    /**
     * Sends a message that travels with others that leave for the same place at this instant: {@code path} names the two places.
     * What meets an impairment, or would arrive out of order, travels alone.
     */
    public <N extends Node> void sendTogether(Node from, N to, Message<N> message, int path) {
        Link link = link(from, to);
        message.stamp(link, to, simulation.now());
        messages++;
        if (traffic != null) {
            traffic.sent(message, simulation.now());
        }
        if (path >= bundles.length) {
            bundles = Arrays.copyOf(bundles, 2 * path + 8);
        }
        bundles[path] = link.join(bundles[path], message);
    }

    /**
     * Sends a message that shares its event with others that leave and arrive at the same instants, wherever they go: without jitter
     * that is most of what is told to several.
     */
    public <N extends Node> void sendAlongside(Node from, N to, Message<N> message) {
        Link link = link(from, to);
        message.stamp(link, to, simulation.now());
        messages++;
        alongside = link.joinIfSteady(alongside, message);
    }

    /** The nominal one-way delay between two nodes, in nanoseconds. */
    public long nominalDelay(Node from, Node to) {
        return latency.oneWay(from, to).median();
    }

    /** The law of the one-way delay between two nodes. */
    public Distribution delayBetween(Node from, Node to) {
        return latency.oneWay(from, to);
    }

    /** How long a broken path is tolerated, in nanoseconds. */
    public long connectionTimeout() {
        return latency.connectionTimeout();
    }

    /** Whether a message from one to the other would get through now. */
    public boolean reachable(Node from, Node to) {
        return to.up() && !link(from, to).isCut();
    }

    private Link link(Node from, Node to) {
        if (to.id >= from.links.length) {
            from.links = Arrays.copyOf(from.links, nodes.size());
        }
        Link link = from.links[to.id];
        if (link == null) {
            link = new Link(this, from, to);
            from.links[to.id] = link;
        }
        return link;
    }

    // ---- faults

    int rulesVersion() {
        return rulesVersion;
    }

    List<LinkRule> rules() {
        return rules;
    }

    public void install(LinkRule rule) {
        rules.add(rule);
        rulesVersion++;
    }

    public void remove(LinkRule rule) {
        rules.remove(rule);
        rulesVersion++;
        stalledLinks.removeIf(Link::resume);
    }

    void noteStalled(Link link) {
        stalledLinks.add(link);
    }

    /** The process dies; its host resets its connections. */
    public void crash(Node node) {
        node.holdDown(false);
    }

    /** Power is lost: the process dies and nobody is told. */
    public void cutPower(Node node) {
        node.holdDown(true);
    }

    public void restart(Node node) {
        node.releaseDown();
    }

    public void pause(Node node) {
        node.holdStill();
    }

    public void resume(Node node) {
        node.releaseStill();
    }

    public void slow(Node node, double factor) {
        node.scaleSlowness(factor);
    }

    public void stallDisk(Node node) {
        node.holdDisk();
    }

    public void unstallDisk(Node node) {
        node.releaseDisk();
    }
}
