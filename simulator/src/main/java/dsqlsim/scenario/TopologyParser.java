package dsqlsim.scenario;

import dsqlsim.ledger.Preset;
import dsqlsim.scenario.Topology.RegionSpec;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Reads {@code topology}. */
final class TopologyParser {
    private static final int ZONES_USUAL = 3;
    private static final int ZONES_MAX = 9;
    private static final Shape<String> REGION = new Shape<>(
            "the name of a region such as 'us-east-1'",
            text -> java.util.Optional.of(text).filter(each -> each.matches("[a-z][a-z0-9-]{0,40}")),
            "us-east-1",
            Shape.NAME.schema());

    private TopologyParser() {}

    static Topology parse(Cursor yaml, Preset preset) {
        return yaml.record(fields -> {
            Cursor architectureField = fields.optional("architecture", "the design; `compare` replaces it");
            String given = architectureField.or("", Shape.word(Architectures.NAMES));
            boolean single = given.equals(Architectures.DSQL_SINGLE_REGION);
            Cursor regionsField = fields.optional("regions", "the full regions: names, or names with their zones");
            List<RegionSpec> regions = regionsField.or(usual(single), TopologyParser::regions);
            String architecture = !given.isEmpty()
                    ? given
                    : regions.size() == 1 ? Architectures.DSQL_SINGLE_REGION : Architectures.DSQL_MULTI_REGION;
            Cursor witnessField = fields.optional("witness", "the region that holds only journal replicas");
            String witness = witnessField.or(usualWitness(architecture, regionsField.present()), REGION);
            Topology topology = new Topology(
                    architecture,
                    regions.isEmpty() ? usual(true) : regions,
                    witness,
                    fields.optional("shards", "adjudicators, each with its journal; 1 if left out")
                            .or(1L, Shape.integer(1, 64))
                            .intValue(),
                    fields.optional("partitions", "of storage; 1 if left out")
                            .or(1L, Shape.integer(1, 256))
                            .intValue());
            validate(fields, regionsField.present() ? regionsField : fields, witnessField, topology, preset);
            return topology;
        });
    }

    /** The topology of a scenario that says nothing about it. */
    static Topology usual() {
        return new Topology(Architectures.DSQL_MULTI_REGION, usual(false), "us-west-2", 1, 1);
    }

    private static List<RegionSpec> usual(boolean single) {
        RegionSpec first = region("us-east-1", ZONES_USUAL);
        return single ? List.of(first) : List.of(first, region("us-east-2", ZONES_USUAL));
    }

    private static String usualWitness(String architecture, boolean regionsGiven) {
        return architecture.equals(Architectures.DSQL_MULTI_REGION) && !regionsGiven ? "us-west-2" : null;
    }

    private static List<RegionSpec> regions(Cursor yaml) {
        return yaml.byForm(
                "a list of regions",
                null,
                list -> list.list(each -> region(each.value(REGION), ZONES_USUAL)),
                mapping -> mapping.entries(TopologyParser::region));
    }

    private static RegionSpec region(Cursor name, Cursor yaml) {
        int zones = yaml.record(fields -> fields.optional("zones", "how many; 3 if left out")
                .or((long) ZONES_USUAL, Shape.integer(1, ZONES_MAX))
                .intValue());
        return region(name.value(REGION), zones);
    }

    private static RegionSpec region(String name, int zones) {
        return new RegionSpec(
                name,
                IntStream.range(0, zones).mapToObj(i -> name + (char) ('a' + i)).toList());
    }

    private static void validate(Cursor yaml, Cursor regions, Cursor witness, Topology topology, Preset preset) {
        List<String> names = topology.regionNames();
        if (new LinkedHashSet<>(names).size() < names.size()) {
            regions.reject("a region is given twice");
        }
        if (topology.witness() != null && names.contains(topology.witness())) {
            witness.reject("the witness '" + topology.witness() + "' is also a full region");
        }
        switch (topology.architecture()) {
            case Architectures.DSQL_SINGLE_REGION -> single(regions, witness, topology);
            case Architectures.DSQL_MULTI_REGION -> multi(yaml, regions, topology, preset);
            case "aurora-global", "active-active-lww" -> {
                if (names.size() < 2 || names.size() > 11) {
                    regions.reject("expected 2 to 11 regions for " + topology.architecture() + ", not " + names.size());
                }
            }
            default -> {}
        }
    }

    private static void single(Cursor regions, Cursor witness, Topology topology) {
        if (topology.regions().size() != 1) {
            regions.reject("expected one region for dsql-single-region, not "
                    + topology.regions().size());
        }
        if (topology.witness() != null) {
            witness.reject("a single region has no witness");
        }
    }

    private static void multi(Cursor yaml, Cursor regions, Topology topology, Preset preset) {
        if (topology.regions().size() != 2) {
            regions.reject("expected two regions for dsql-multi-region, not "
                    + topology.regions().size());
        }
        if (topology.witness() == null) {
            yaml.reject("'witness' is missing");
            return;
        }
        List<String> all = new ArrayList<>(topology.regionNames());
        all.add(topology.witness());
        if (preset == Preset.AWS && !RegionSets.allow(all)) {
            regions.reject("expected regions and witness from one set (" + RegionSets.text() + "), not "
                    + String.join(", ", all));
        }
    }
}
