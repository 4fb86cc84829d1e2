package dsqlsim.validate;

import java.util.List;
import java.util.Map;

/** The outcomes of a group of cases, and what they are about. */
record Group(String name, List<Outcome> outcomes) {
    private static final Map<Character, String> NAMES = Map.of(
            'A', "queues and sampling",
            'B', "quorums and latency",
            'C', "aborts and retries",
            'D', "elections",
            'E', "time",
            'F', "other designs",
            'G', "recovery and storms");

    /** Those about Aurora DSQL by themselves, the others by the first letter of the case; in the order in which they first come. */
    static List<Group> of(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(Group::nameOf)
                .distinct()
                .map(name -> group(name, outcomes))
                .toList();
    }

    private static Group group(String name, List<Outcome> outcomes) {
        return new Group(
                name,
                outcomes.stream().filter(each -> nameOf(each).equals(name)).toList());
    }

    private static String nameOf(Outcome outcome) {
        return switch (outcome.of().kind()) {
            case CALIBRATION -> "Aurora DSQL, calibrated";
            case PREDICTION -> "Aurora DSQL, predicted";
            case THEORY, PUBLICATION ->
                NAMES.getOrDefault(outcome.of().id().charAt(0), outcome.of().title());
        };
    }
}
