package dsqlsim.scenario;

import java.util.List;
import java.util.Optional;

/** Which regions a cluster of several regions may be made of (Aurora DSQL user guide, region availability). */
final class RegionSets {
    private static final List<List<String>> SETS = List.of(
            List.of("us-east-1", "us-east-2", "us-west-2"),
            List.of("ap-northeast-1", "ap-northeast-2", "ap-northeast-3"),
            List.of("eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1"));

    private RegionSets() {}

    /** Whether all of some regions are in one set. */
    static boolean allow(List<String> regions) {
        return SETS.stream().anyMatch(set -> set.containsAll(regions));
    }

    /** The first region that could be the witness of others, or nothing. */
    static Optional<String> witnessOf(List<String> regions) {
        return SETS.stream()
                .filter(set -> set.containsAll(regions))
                .flatMap(List::stream)
                .filter(each -> !regions.contains(each))
                .findFirst();
    }

    /** The sets, for a message. */
    static String text() {
        List<String> sets = SETS.stream().map(set -> String.join(", ", set)).toList();
        return String.join("; ", sets);
    }
}
