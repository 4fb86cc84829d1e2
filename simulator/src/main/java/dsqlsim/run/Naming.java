package dsqlsim.run;

import dsqlsim.fault.Target;
import dsqlsim.operation.Order;
import dsqlsim.probe.Respondent;
import dsqlsim.routing.Route53;
import dsqlsim.scenario.Scenario;
import dsqlsim.workload.Resolver;
import dsqlsim.workload.RoutingSpec;
import dsqlsim.workload.WorkloadSpec;
import dsqlsim.world.Geography;
import dsqlsim.world.World;
import java.util.List;
import java.util.Optional;

/** The names by which the workloads of a scenario go, where any goes by one. */
final class Naming {
    private final Scenario scenario;
    private final Geography geography;
    private final Route53 route53;

    Naming(Scenario scenario, World world, Respondent[] pages) {
        this.scenario = scenario;
        this.geography = world.geography();
        this.route53 = new Route53(world, scenario.settings(), pages, checked());
    }

    static boolean isUsed(Scenario scenario) {
        return scenario.workloads().stream().anyMatch(Naming::byDns);
    }

    private static boolean byDns(WorkloadSpec workload) {
        return workload.routing().by() == RoutingSpec.By.DNS;
    }

    private boolean[] checked() {
        boolean[] checked = new boolean[geography.fullRegions()];
        for (WorkloadSpec each : scenario.workloads()) {
            for (int endpoint : byDns(each) ? endpoints(each.routing()) : new int[0]) {
                checked[endpoint] = true;
            }
        }
        return checked;
    }

    private int[] endpoints(RoutingSpec routing) {
        int[] others =
                routing.failover().stream().mapToInt(geography::regionIndex).toArray();
        return Route53.failover(geography.regionIndex(routing.home()), others);
    }

    void begin() {
        route53.begin();
    }

    /** The name of a workload, by its index. */
    Resolver name(int workload) {
        WorkloadSpec spec = scenario.workloads().get(workload);
        int[] record = endpoints(spec.routing());
        int[] order = spec.routing().policy() == RoutingSpec.Policy.LATENCY
                ? route53.byLatency(geography.regionIndex(spec.region()), record)
                : record;
        return () -> route53.answer(order);
    }

    /** A fault of DNS begins; what is returned ends it. */
    Runnable dns(String what, List<Target> targets) {
        boolean[] endpoints = new boolean[geography.fullRegions()];
        for (int region = 0; region < endpoints.length; region++) {
            int index = region;
            endpoints[region] =
                    targets == null || targets.stream().anyMatch(each -> geography.regionIndex(each.region()) == index);
        }
        return what.equals("stale") ? route53.keepAnswers(endpoints) : route53.suspendChecks(endpoints);
    }

    /** An operator takes an endpoint out of all records, or puts it back. */
    Optional<String> takeOut(Order order) {
        route53.takeOut(geography.regionIndex(order.region()), order.action().equals("take-out"));
        return Optional.empty();
    }
}
