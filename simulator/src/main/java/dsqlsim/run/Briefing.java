package dsqlsim.run;

import dsqlsim.architecture.Architecture;
import dsqlsim.fault.Fault;
import dsqlsim.measure.MeasurePlan;
import dsqlsim.scenario.Isolation;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.Topology;
import dsqlsim.trace.Labels;
import dsqlsim.workload.Clients;
import dsqlsim.workload.Keyspace;
import dsqlsim.workload.RoutingSpec;
import dsqlsim.workload.WorkloadSpec;
import dsqlsim.world.Geography;
import java.util.ArrayList;
import java.util.List;

/** What a scenario says, in the words of those who are told it: the world, the design, the clients, the measures. */
final class Briefing {
    private final Scenario scenario;
    final Geography geography;

    Briefing(Scenario scenario) {
        this.scenario = scenario;
        this.geography = geography(scenario.topology());
    }

    private static Geography geography(Topology topology) {
        List<Geography.Region> regions = new ArrayList<>();
        for (Topology.RegionSpec region : topology.regions()) {
            regions.add(new Geography.Region(region.name(), region.zones()));
        }
        int witness = -1;
        if (topology.witness() != null) {
            witness = regions.size();
            String name = topology.witness();
            regions.add(new Geography.Region(name, List.of(name + "a", name + "b", name + "c")));
        }
        return new Geography(regions, witness);
    }

    Architecture.Setup setup() {
        boolean readers =
                scenario.workloads().stream().anyMatch(each -> each.routing().reads() == RoutingSpec.Reads.READER);
        return new Architecture.Setup(
                scenario.settings(),
                scenario.topology().shards(),
                scenario.topology().partitions(),
                scenario.isolation() == Isolation.SERIALIZABLE,
                readers);
    }

    /** Whether read sets are checked too; other designs than DSQL take the word for their own strongest level. */
    boolean checksReads(Architecture architecture) {
        return scenario.isolation() == Isolation.SERIALIZABLE
                && architecture.name().startsWith("dsql-");
    }

    MeasurePlan plan() {
        List<MeasurePlan.Load> loads = new ArrayList<>();
        for (WorkloadSpec spec : scenario.workloads()) {
            loads.add(new MeasurePlan.Load(spec.name(), geography.regionIndex(spec.region()), spec.deadlineNanos()));
        }
        List<MeasurePlan.FaultEntry> faults = scenario.faults().stream()
                .map(each -> new MeasurePlan.FaultEntry(
                        each.id(),
                        each.kind(),
                        each.action().describe(),
                        each.disruption().label()))
                .toList();
        return new MeasurePlan(
                scenario.durationNanos(),
                scenario.warmupNanos(),
                scenario.stopAttempts(),
                MeasurePlan.PATIENCE_NANOS,
                regions(),
                loads,
                faults);
    }

    Clients.Places places() {
        List<Integer> zones = new ArrayList<>();
        for (int region = 0; region < geography.fullRegions(); region++) {
            zones.add(geography.zones(region));
        }
        return new Clients.Places(regions(), zones);
    }

    private List<String> regions() {
        List<String> regions = new ArrayList<>();
        for (int region = 0; region < geography.fullRegions(); region++) {
            regions.add(geography.regionName(region));
        }
        return regions;
    }

    Labels labels(Keyspace keyspace) {
        List<String> workloads =
                scenario.workloads().stream().map(WorkloadSpec::name).toList();
        List<String> faults = scenario.faults().stream().map(Fault::id).toList();
        return new Labels(workloads, faults, keyspace::label);
    }
}
