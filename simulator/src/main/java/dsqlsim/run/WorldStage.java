package dsqlsim.run;

import dsqlsim.architecture.Deployment;
import dsqlsim.fault.Direction;
import dsqlsim.fault.Impairment;
import dsqlsim.fault.Stage;
import dsqlsim.fault.Target;
import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Outcome;
import dsqlsim.workload.Clients;
import dsqlsim.world.Geography;
import dsqlsim.world.LinkRule;
import dsqlsim.world.Node;
import dsqlsim.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What faults do, done to a world and the design that runs in it. */
final class WorldStage implements Stage {
    private final World world;
    private final Geography geography;
    private final Deployment deployment;
    private final Targets targets;
    private final Outages outages;
    private final LoadChanges loads;
    private final Operators operators;
    private final Surroundings surroundings;
    private final Map<Object, Runnable> healing = new LinkedHashMap<>();
    private long key;
    private long draws;
    private long endsAt;
    private boolean aimed;
    private boolean hit;

    WorldStage(World world, Deployment deployment, Clients clients, Operators operators, Surroundings surroundings) {
        this.world = world;
        this.geography = world.geography();
        this.deployment = deployment;
        this.targets = new Targets(world, deployment);
        this.outages = new Outages(world);
        this.loads = new LoadChanges(clients);
        this.operators = operators;
        this.surroundings = surroundings;
    }

    /** What comes next is done by one injection of a fault, until a time; all it draws is a function of this. */
    void beginOf(String fault, long injection, long until) {
        endsAt = until;
        key = Randomness.key(Randomness.key(Randomness.key(world.seed(), "stage"), fault), injection);
        draws = 0;
        aimed = false;
        hit = false;
    }

    /** Whether what was done since {@link #beginOf} was meant for nodes or links. */
    boolean aimed() {
        return aimed;
    }

    /** Whether there were any. */
    boolean hit() {
        return hit;
    }

    private void aim(boolean found) {
        aimed = true;
        hit |= found;
    }

    // ---- targets

    @Override
    public int[] resolve(Target target) {
        int[] found = targets.resolve(target);
        aim(found.length > 0);
        return found;
    }

    // ---- nodes

    private Node node(int id) {
        return world.node(id);
    }

    @Override
    public void crash(int node) {
        world.crash(node(node));
    }

    @Override
    public void restart(int node) {
        world.restart(node(node));
    }

    @Override
    public void pause(int node) {
        world.pause(node(node));
        deployment.noteLostLeaders();
    }

    @Override
    public void resume(int node) {
        world.resume(node(node));
    }

    @Override
    public void slow(int node, double factor) {
        world.slow(node(node), factor);
    }

    @Override
    public void unslow(int node, double factor) {
        world.slow(node(node), 1 / factor);
    }

    @Override
    public void stallDisk(int node) {
        world.stallDisk(node(node));
    }

    @Override
    public void unstallDisk(int node) {
        world.unstallDisk(node(node));
    }

    @Override
    public void slowDisk(int node, double factor) {
        deployment.slowDisk(node(node), factor);
    }

    @Override
    public void unslowDisk(int node, double factor) {
        deployment.slowDisk(node(node), 1 / factor);
    }

    @Override
    public void loseDisk(int node) {
        deployment.loseDisk(node(node));
    }

    // ---- links and places

    @Override
    public Object cut(List<Target> side, List<Target> other, Direction direction, boolean withClients) {
        Object handle =
                install(new Sides(targets.side(side), orNull(other), direction, withClients, null, nextKey(), endsAt));
        deployment.noteLostLeaders();
        return handle;
    }

    /** Whether a rule is about any link, clients' own apart unless they are cut off, too. */
    private boolean matchesAny(LinkRule rule) {
        for (Node from : world.nodes()) {
            for (Node to : world.nodes()) {
                if (from != to && rule.matches(from, to)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public Object impair(List<Target> side, List<Target> other, Impairment impairment) {
        return install(
                new Sides(targets.side(side), orNull(other), Direction.BOTH, false, impairment, nextKey(), endsAt));
    }

    /** The other side of a cut; null for whatever is not on the first. */
    private boolean[] orNull(List<Target> other) {
        return other == null ? null : targets.side(other);
    }

    private Object install(LinkRule rule) {
        aim(matchesAny(rule));
        world.install(rule);
        healing.put(rule, () -> world.remove(rule));
        return rule;
    }

    @Override
    public Object placeOutage(Target place) {
        List<Node> within = targets.within(place);
        aim(!within.isEmpty());
        return healedBy(outages.begin(place, within));
    }

    @Override
    public void heal(Object handle) {
        healing.remove(handle).run();
    }

    // ---- clocks

    @Override
    public void loseSync(int node) {
        node(node).clock.loseSync();
    }

    @Override
    public void regainSync(int node) {
        node(node).clock.regainSync();
    }

    @Override
    public void drift(int node, double ppm) {
        node(node).clock.drift(ppm);
    }

    @Override
    public void undrift(int node, double ppm) {
        node(node).clock.drift(-ppm);
    }

    @Override
    public void step(int node, long nanos) {
        node(node).clock.step(nanos);
    }

    @Override
    public void disrupt(int node) {
        node(node).clock.disrupt();
    }

    @Override
    public void undisrupt(int node) {
        node(node).clock.undisrupt();
    }

    @Override
    public void lie(int node, long nanos) {
        node(node).clock.lie(nanos);
    }

    @Override
    public void unlie(int node, long nanos) {
        node(node).clock.lie(-nanos);
    }

    // ---- clients

    @Override
    public void scaleLoad(String workload, double factor) {
        loads.scale(workload, factor);
    }

    @Override
    public void unscaleLoad(String workload, double factor) {
        loads.unscale(workload, factor);
    }

    @Override
    public void hotKeys(String workload, double share, int keys) {
        loads.heat(workload, share, keys);
    }

    @Override
    public void coolKeys(String workload, double share, int keys) {
        loads.cool(workload, share, keys);
    }

    // ---- endpoints

    @Override
    public Object conflicts(double share, Outcome outcome) {
        return ofDeployment(deployment.refuseCommits(share, outcome, nextKey()));
    }

    @Override
    public Object failConnections(List<Target> endpoints, double share, String mode) {
        boolean[] regions = new boolean[geography.regions().size()];
        for (int region = 0; region < regions.length; region++) {
            int index = region;
            regions[region] = endpoints == null
                    || endpoints.stream().anyMatch(each -> geography.regionIndex(each.region()) == index);
        }
        return ofDeployment(deployment.refuseConnections(regions, share, mode.equals("drop"), nextKey()));
    }

    private Object ofDeployment(Object handle) {
        healing.put(handle, () -> deployment.heal(handle));
        return handle;
    }

    @Override
    public Object operate(String action, long decisionNanos, Map<String, String> parameters) {
        operators.actAfter(decisionNanos, action, parameters);
        return healedBy(() -> {});
    }

    @Override
    public Object dns(String what, List<Target> endpoints) {
        aim(surroundings.hasNames());
        return healedBy(surroundings.dns(what, endpoints));
    }

    private Object healedBy(Runnable end) {
        Object handle = new Object();
        healing.put(handle, end);
        return handle;
    }

    private long nextKey() {
        return Randomness.key(key, draws++);
    }
}
