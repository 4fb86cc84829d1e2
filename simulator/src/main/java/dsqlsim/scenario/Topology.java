package dsqlsim.scenario;

import dsqlsim.fault.Places;
import java.util.List;

/**
 * The system of a scenario.
 *
 * @param architecture the design, such as {@code dsql-multi-region}
 * @param regions the full regions, in order
 * @param witness the region that holds journal replicas only, or null
 * @param shards adjudicators, each with its journal
 * @param partitions of storage
 */
public record Topology(String architecture, List<RegionSpec> regions, String witness, int shards, int partitions)
        implements Places {

    /** A full region and the names of its zones, such as {@code us-east-1a}. */
    public record RegionSpec(String name, List<String> zones) {
        public RegionSpec {
            zones = List.copyOf(zones);
        }
    }

    public Topology {
        regions = List.copyOf(regions);
    }

    @Override
    public List<String> regionNames() {
        return regions.stream().map(RegionSpec::name).toList();
    }

    @Override
    public List<String> zones(String region) {
        return regions.stream()
                .filter(each -> each.name().equals(region))
                .findFirst()
                .map(RegionSpec::zones)
                .orElse(List.of());
    }

    /** The same places for another design; a witness is kept, or added if the design wants one and a region may be it. */
    public Topology of(String design, boolean withWitness) {
        String its = witness == null && withWitness
                ? RegionSets.witnessOf(regionNames()).orElse(null)
                : witness;
        return new Topology(design, regions, its, shards, partitions);
    }

    /** The first region alone: where a design for one region lives. */
    public Topology home() {
        return new Topology(architecture, regions.subList(0, 1), null, shards, partitions);
    }

    /** The number of a full region, or -1. */
    public int indexOf(String region) {
        return regionNames().indexOf(region);
    }
}
