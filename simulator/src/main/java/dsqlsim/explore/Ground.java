package dsqlsim.explore;

import java.util.List;
import java.util.stream.Stream;

/** The places of a drawn scenario, and what they mean for its fault budget. */
record Ground(boolean multi, int shards, int partitions) {
    static final List<String> REGIONS = List.of("us-east-1", "us-east-2");
    static final String WITNESS = "us-west-2";

    String architecture() {
        return multi ? "dsql-multi-region" : "dsql-single-region";
    }

    List<String> regions() {
        return multi ? REGIONS : REGIONS.subList(0, 1);
    }

    List<String> zones(String region) {
        return region.equals(WITNESS)
                ? List.of()
                : Stream.of("a", "b", "c").map(each -> region + each).toList();
    }

    /** The failure domains. */
    List<String> units() {
        return multi ? List.of(REGIONS.get(0), REGIONS.get(1), WITNESS) : zones(REGIONS.get(0));
    }

    boolean isZone(String unit) {
        return unit.length() > 0 && Character.isLetter(unit.charAt(unit.length() - 1));
    }
}
