package dsqlsim.run;

import dsqlsim.architecture.Gateway;
import dsqlsim.fault.Target;
import dsqlsim.probe.HealthPage;
import dsqlsim.probe.Respondent;
import dsqlsim.routing.Route53;
import dsqlsim.scenario.Scenario;
import dsqlsim.workload.Resolver;
import dsqlsim.workload.RoutingSpec;
import dsqlsim.workload.WorkloadSpec;
import dsqlsim.world.Geography;
import dsqlsim.world.World;
import java.util.List;

/** What stands around the database of a run, whichever it is: name servers with their health checks. Only what a scenario uses is there. */
final class Surroundings {
    private final Scenario scenario;
    private final World world;
    private final Geography geography;
    private final Gateway gateway;
    private final Route53 route53;

    Surroundings(Scenario scenario, World world, Gateway gateway) {
        this.scenario = scenario;
        this.world = world;
        this.geography = world.geography();
        this.gateway = gateway;
        this.route53 = byDns() ? route53() : null;
    }

    private boolean byDns() {
        return scenario.workloads().stream().anyMatch(each -> each.routing().by() == RoutingSpec.By.DNS);
    }

    private Route53 route53() {
        Respondent[] pages = new Respondent[geography.fullRegions()];
        boolean[] checked = new boolean[pages.length];
        for (int region = 0; region < pages.length; region++) {
            pages[region] = new HealthPage(world, region, gateway);
        }
        for (WorkloadSpec each : scenario.workloads()) {
            if (each.routing().by() == RoutingSpec.By.DNS) {
                for (int endpoint : endpoints(each.routing())) {
                    checked[endpoint] = true;
                }
            }
        }
        return new Route53(world, scenario.settings(), pages, checked);
    }

    private int[] endpoints(RoutingSpec routing) {
        int[] others =
                routing.failover().stream().mapToInt(geography::regionIndex).toArray();
        return Route53.failover(geography.regionIndex(routing.home()), others);
    }

    /** Starts what acts by itself. */
    void begin() {
        if (route53 != null) {
            route53.begin();
        }
    }

    /** What clients connect to. */
    Gateway gateway() {
        return gateway;
    }

    /** The name by which the clients of a workload go, by its index. */
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
        if (route53 == null) {
            return () -> {};
        }
        boolean[] endpoints = new boolean[geography.fullRegions()];
        for (int region = 0; region < endpoints.length; region++) {
            int index = region;
            endpoints[region] =
                    targets == null || targets.stream().anyMatch(each -> geography.regionIndex(each.region()) == index);
        }
        return what.equals("stale") ? route53.keepAnswers(endpoints) : route53.suspendChecks(endpoints);
    }
}
