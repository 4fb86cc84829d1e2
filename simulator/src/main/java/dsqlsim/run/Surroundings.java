package dsqlsim.run;

import dsqlsim.architecture.Gateway;
import dsqlsim.cache.CacheGate;
import dsqlsim.cache.CacheSpec;
import dsqlsim.cache.Datastore;
import dsqlsim.fault.Target;
import dsqlsim.monitor.Monitor;
import dsqlsim.monitor.MonitorSpec;
import dsqlsim.operation.ClusterGate;
import dsqlsim.operation.ClusterState;
import dsqlsim.operation.Clusters;
import dsqlsim.operation.Order;
import dsqlsim.operation.Step;
import dsqlsim.probe.ControlApi;
import dsqlsim.probe.HealthPage;
import dsqlsim.probe.Probe;
import dsqlsim.probe.Respondent;
import dsqlsim.scenario.Scenario;
import dsqlsim.txn.Observer;
import dsqlsim.workload.Resolver;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands around the database of a run, whichever it is: name servers, the life of its clusters, a cache, monitoring, and operators. Only
 * what a scenario uses is there.
 */
final class Surroundings {
    private static final String NO_NAMES = "no workload goes by DNS";

    private final Scenario scenario;
    private final World world;
    private final Operators operators;
    private final int regions;
    private final List<Monitor> monitors = new ArrayList<>();
    private Gateway gateway;
    private Clusters clusters;
    private Respondent[] apis;
    private Respondent[] pages;
    private Naming naming;
    private CacheGate cache;

    /** {@code peered} tells whether a cluster of the design needs one in another region. */
    Surroundings(Scenario scenario, World world, Gateway database, Operators operators, boolean peered) {
        this.scenario = scenario;
        this.world = world;
        this.operators = operators;
        this.regions = world.geography().fullRegions();
        this.gateway = database;
        if (clustersMatter()) {
            addClusters(peered);
        }
        if (Naming.isUsed(scenario) || dataIsProbed()) {
            addPages();
        }
        if (Naming.isUsed(scenario)) {
            naming = new Naming(scenario, world, pages);
        }
        scenario.around().monitors().forEach(this::add);
        Datastore datastore = scenario.around().cache() == null
                ? null
                : addCache(scenario.around().cache());
        Clusters.ACTIONS.forEach(action -> operators.add(action, this::operateCluster));
        operators.add(
                "promote-cache",
                order -> datastore == null ? Optional.of("there is no cache") : datastore.promote(order.region()));
        for (String action : List.of("take-out", "put-back")) {
            operators.add(action, order -> naming == null ? Optional.of(NO_NAMES) : naming.takeOut(order));
        }
    }

    // ---- what there is

    private boolean clustersMatter() {
        return !scenario.around().monitors().isEmpty()
                || scenario.settings().overridden("lifecycle.idle-after")
                || scenario.around().operations().stream()
                        .anyMatch(step -> Clusters.ACTIONS.contains(step.order().action()));
    }

    private boolean dataIsProbed() {
        return scenario.around().monitors().stream().anyMatch(each -> each.probe() != Probe.CONTROL_PLANE);
    }

    private void addClusters(boolean peered) {
        boolean[] absent = new boolean[regions];
        for (Step step : scenario.around().operations()) {
            if (step.order().action().equals("create")) {
                absent[region(step.order())] = true;
            }
        }
        clusters = new Clusters(world, scenario.settings(), absent, peered, operators::refuse);
        gateway = new ClusterGate(world, clusters, gateway, scenario.settings().nanos("lifecycle.refusal-time"));
        apis = new Respondent[regions];
        for (int region = 0; region < regions; region++) {
            apis[region] = new ControlApi(world, region, each -> clusters.state(each) == ClusterState.ACTIVE);
        }
    }

    private void addPages() {
        pages = new Respondent[regions];
        for (int region = 0; region < regions; region++) {
            pages[region] = new HealthPage(world, region, gateway);
        }
    }

    /** Only the scenario's clients ask it: health pages ask the database. */
    private Datastore addCache(CacheSpec spec) {
        Datastore datastore = new Datastore(world, scenario.settings(), spec);
        cache = new CacheGate(world, datastore, gateway);
        gateway = cache;
        return datastore;
    }

    private void add(MonitorSpec spec) {
        Respondent[] asked = spec.probe() == Probe.CONTROL_PLANE ? apis : pages;
        int region = world.geography().regionIndex(spec.watches());
        monitors.add(new Monitor(world, spec, asked[region], operators::act, () -> state(region)));
    }

    private String state(int region) {
        return apis[region].up() ? clusters.state(region).label() : "dark";
    }

    /** What is wrong with the scenario's monitoring whatever happens, a sentence each. */
    List<String> findings() {
        return scenario.around().monitors().stream()
                .flatMap(each -> each.defects().stream())
                .toList();
    }

    // ---- what it does

    /** Starts what acts by itself. */
    void begin() {
        if (naming != null) {
            naming.begin();
        }
        monitors.forEach(Monitor::begin);
        for (Step step : scenario.around().operations()) {
            operators.actAfter(
                    step.atNanos(), step.order().action(), step.order().parameters());
        }
    }

    private Optional<String> operateCluster(Order order) {
        if (!apis[region(order)].up()) {
            return Optional.of("the control plane of " + order.region() + " does not answer");
        }
        return clusters.operate(order);
    }

    private int region(Order order) {
        return world.geography().regionIndex(order.region());
    }

    /** What clients connect to. */
    Gateway gateway() {
        return gateway;
    }

    /** Who hears what clients see: a cache stores what they wrote and read. */
    Observer heard(Observer observer) {
        return cache == null ? observer : new Observers(observer, cache);
    }

    /** The name by which the clients of a workload go, by its index. */
    Resolver name(int workload) {
        return naming.name(workload);
    }

    /** Whether any workload goes by DNS. */
    boolean hasNames() {
        return naming != null;
    }

    /** A fault of DNS begins; what is returned ends it. */
    Runnable dns(String what, List<Target> targets) {
        return naming == null ? () -> {} : naming.dns(what, targets);
    }
}
