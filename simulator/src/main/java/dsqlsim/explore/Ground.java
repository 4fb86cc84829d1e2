package dsqlsim.explore;

import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.Topology;
import dsqlsim.workload.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The places of an explored scenario, and what they mean for its fault budget.
 *
 * @param zones of each full region
 * @param witness or null
 * @param workloads names of some, for faults of the load
 */
record Ground(
        String architecture,
        Map<String, List<String>> zones,
        String witness,
        int shards,
        int partitions,
        List<String> workloads) {
    Ground {
        workloads = List.copyOf(workloads);
    }

    static Ground drawn(boolean multi, int shards, int partitions) {
        Map<String, List<String>> zones = new TreeMap<>();
        for (String region : multi ? List.of("us-east-1", "us-east-2") : List.of("us-east-1")) {
            zones.put(region, List.of(region + "a", region + "b", region + "c"));
        }
        String architecture = multi ? "dsql-multi-region" : "dsql-single-region";
        return new Ground(architecture, zones, multi ? "us-west-2" : null, shards, partitions, List.of("w1"));
    }

    /** Of another design than DSQL. */
    static Ground drawn(String architecture, boolean multi) {
        Ground dsql = drawn(multi, 1, 1);
        return new Ground(architecture, dsql.zones, null, 1, 1, dsql.workloads);
    }

    static Ground of(Scenario scenario) {
        Topology topology = scenario.topology();
        Map<String, List<String>> zones = new TreeMap<>();
        topology.regionNames().forEach(region -> zones.put(region, topology.zones(region)));
        return new Ground(
                topology.architecture(),
                zones,
                isDsql(topology.architecture()) ? topology.witness() : null,
                topology.shards(),
                topology.partitions(),
                scenario.workloads().stream().map(WorkloadSpec::name).toList());
    }

    /** Whether a design is DSQL, about whose parts and times exploration knows most. */
    static boolean isDsql(String architecture) {
        return architecture.startsWith("dsql-");
    }

    boolean dsql() {
        return isDsql(architecture);
    }

    boolean multi() {
        return zones.size() > 1;
    }

    List<String> regions() {
        return List.copyOf(zones.keySet());
    }

    List<String> zones(String region) {
        return zones.getOrDefault(region, List.of());
    }

    /** The failure domains. */
    List<String> units() {
        if (!multi()) {
            return zones(regions().get(0));
        }
        List<String> units = new ArrayList<>(regions());
        if (witness != null) {
            units.add(witness);
        }
        return units;
    }

    boolean isZone(String unit) {
        return !zones.containsKey(unit) && !unit.equals(witness);
    }
}
