package dsqlsim.run;

import dsqlsim.architecture.Deployment;
import dsqlsim.fault.Direction;
import dsqlsim.fault.Impairment;
import dsqlsim.fault.Roles;
import dsqlsim.fault.Stage;
import dsqlsim.fault.Target;
import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Outcome;
import dsqlsim.workload.Clients;
import dsqlsim.world.Geography;
import dsqlsim.world.LinkRule;
import dsqlsim.world.Node;
import dsqlsim.world.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What faults do, done to a world and the design that runs in it. */
final class WorldStage implements Stage {
    private final World world;
    private final Geography geography;
    private final Deployment deployment;
    private final Clients clients;
    private final Operators operators;
    private final Surroundings surroundings;
    private final Map<Object, Runnable> healing = new LinkedHashMap<>();
    private final Map<String, Deque<Runnable>> undo = new LinkedHashMap<>();
    private final int[][] zonesDown;
    private long key;
    private long draws;
    private long endsAt;
    private boolean aimed;
    private boolean hit;

    WorldStage(World world, Deployment deployment, Clients clients, Operators operators, Surroundings surroundings) {
        this.world = world;
        this.geography = world.geography();
        this.deployment = deployment;
        this.clients = clients;
        this.operators = operators;
        this.surroundings = surroundings;
        this.zonesDown = new int[geography.regions().size()][];
        for (int region = 0; region < zonesDown.length; region++) {
            zonesDown[region] = new int[geography.zones(region)];
        }
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
        List<Integer> found = new ArrayList<>();
        for (Node node : world.nodes()) {
            if (!node.outside() && fits(target, node)) {
                found.add(node.id);
            }
        }
        if (target.pick() >= 0) {
            found = target.pick() < found.size() ? List.of(found.get(target.pick())) : List.of();
        }
        int count = (int) StrictMath.ceil(target.share() * found.size() - 1e-9);
        aim(count > 0);
        return found.stream().limit(count).mapToInt(Integer::intValue).toArray();
    }

    private boolean fits(Target target, Node node) {
        boolean region = target.region() == null || geography.regionIndex(target.region()) == node.region;
        boolean zone = target.zone() == null || node.zone >= 0 && zoneName(node).equals(target.zone());
        boolean role = target.role() == null || around(node, target.role()) || deployment.plays(node, target.role());
        return region && zone && role && (target.shard() < 0 || target.shard() == node.shard);
    }

    /** Whether a node plays a role of what stands around every design. */
    private static boolean around(Node node, String role) {
        return Roles.AROUND.contains(role) && node.role.equals(role);
    }

    private String zoneName(Node node) {
        return geography.zoneName(node.region, node.zone);
    }

    /** The nodes of a side of a cut; a regional service goes with the side that has most of its zones, and clients stand where they are. */
    private boolean[] side(List<Target> targets) {
        boolean[] side = new boolean[world.nodes().size()];
        int[] zonesNamed = new int[geography.regions().size()];
        for (Target target : targets) {
            for (Node node : world.nodes()) {
                side[node.id] |= fits(target, node);
            }
            if (target.isPlace() && target.zone() != null) {
                zonesNamed[geography.regionIndex(target.region())]++;
            }
        }
        for (Node node : world.nodes()) {
            side[node.id] |= node.zone < 0 && zonesNamed[node.region] >= 2;
        }
        return side;
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
        LinkRule rule = new Sides(
                side(side), other == null ? null : side(other), direction, withClients, null, nextKey(), endsAt);
        Object handle = install(rule);
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
        return install(new Sides(
                side(side), other == null ? null : side(other), Direction.BOTH, false, impairment, nextKey(), endsAt));
    }

    private Object install(LinkRule rule) {
        aim(matchesAny(rule));
        world.install(rule);
        healing.put(rule, () -> world.remove(rule));
        return rule;
    }

    /** A region's services stay up while two of its zones are. */
    @Override
    public Object placeOutage(Target place) {
        int region = geography.regionIndex(place.region());
        List<Node> down = new ArrayList<>();
        for (Node node : world.nodes()) {
            boolean inPlace = node.region == region
                    && (place.zone() == null || node.zone >= 0 && zoneName(node).equals(place.zone()));
            if (inPlace && !node.outside()) {
                world.cutPower(node);
                down.add(node);
            }
        }
        if (place.zone() != null) {
            zoneDown(region, place.zone(), 1);
        }
        aim(!down.isEmpty());
        Object handle = new Object();
        healing.put(handle, () -> {
            if (place.zone() != null) {
                zoneDown(region, place.zone(), -1);
            }
            down.forEach(world::restart);
        });
        return handle;
    }

    private void zoneDown(int region, String zone, int change) {
        boolean before = servicesUp(region);
        zonesDown[region][geography.regions().get(region).zones().indexOf(zone)] += change;
        boolean after = servicesUp(region);
        for (Node node : world.nodes()) {
            if (node.region == region && node.zone < 0 && before != after) {
                if (after) {
                    world.restart(node);
                } else {
                    world.cutPower(node);
                }
            }
        }
    }

    private boolean servicesUp(int region) {
        int up = 0;
        for (int down : zonesDown[region]) {
            up += down == 0 ? 1 : 0;
        }
        return up >= Math.min(2, zonesDown[region].length);
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
        push("load " + workload + " " + factor, scaled(workload, factor));
    }

    private Runnable scaled(String workload, double factor) {
        List<Runnable> all = new ArrayList<>();
        for (String name : clients.names()) {
            if (workload == null || workload.equals(name)) {
                all.add(clients.scaleLoad(name, factor));
            }
        }
        return () -> all.forEach(Runnable::run);
    }

    @Override
    public void unscaleLoad(String workload, double factor) {
        pop("load " + workload + " " + factor);
    }

    @Override
    public void hotKeys(String workload, double share, int keys) {
        List<Runnable> all = new ArrayList<>();
        for (String name : clients.names()) {
            if (workload == null || workload.equals(name)) {
                all.add(clients.hotKeys(name, share, keys));
            }
        }
        push("hot-keys " + workload + " " + share + " " + keys, () -> all.forEach(Runnable::run));
    }

    @Override
    public void coolKeys(String workload, double share, int keys) {
        pop("hot-keys " + workload + " " + share + " " + keys);
    }

    private void push(String what, Runnable back) {
        undo.computeIfAbsent(what, missing -> new ArrayDeque<>()).push(back);
    }

    private void pop(String what) {
        undo.get(what).pop().run();
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
        return nothing();
    }

    @Override
    public Object dns(String what, List<Target> endpoints) {
        Object handle = new Object();
        aim(surroundings.hasNames());
        healing.put(handle, surroundings.dns(what, endpoints));
        return handle;
    }

    private Object nothing() {
        Object handle = new Object();
        healing.put(handle, () -> {});
        return handle;
    }

    private long nextKey() {
        return Randomness.key(key, draws++);
    }
}
