package dsqlsim.report;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a recovery time is made of: words for its parts, and the setting that each follows. */
public final class Parts {
    private Parts() {}

    /** {@code detect 3.2 s + evict 204 ms}; empty when nothing is known. */
    public static String sum(RecoveryTime time) {
        return time.parts().entrySet().stream()
                .map(part -> part.getKey() + " " + Figures.duration(part.getValue()))
                .collect(Collectors.joining(" + "));
    }

    /** The longest part of a recovery time, if any took time at all. */
    public static Optional<Map.Entry<String, Double>> longest(RecoveryTime time) {
        return time.parts().entrySet().stream()
                .filter(part -> part.getValue() > 0)
                .max(Comparator.comparingDouble(Map.Entry::getValue));
    }

    /** A length in percent of another, for a bar; one decimal. */
    public static String percent(double length, double whole) {
        double share = whole <= 0 ? 0 : Math.max(0, Math.min(1, length / whole));
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    /** The style class of a part: one of the known ones, else {@code other}. */
    public static String style(String part) {
        return switch (part) {
            case "detect", "evict", "elect", "rebuild", "catch-up", "reroute", "decide" -> part;
            default -> "other";
        };
    }

    /** What happens during a part, as the end of "most of it, 3 s, went into ...". */
    public static String meaning(String part) {
        return switch (part) {
            case "detect" -> "noticing that the part was gone";
            case "evict" -> "agreeing to go on without it";
            case "elect" -> "putting another in the lead";
            case "rebuild" -> "rebuilding what was lost";
            case "catch-up" -> "working off what had piled up: backlog, retries and their back-off, busy rows";
            case "reroute" -> "clients moving to another endpoint";
            case "decide" -> "somebody deciding to act";
            default -> "'" + part + "'";
        };
    }

    /** What a part follows: where to turn for a shorter one. */
    public static Optional<String> setting(String part) {
        return switch (part) {
            case "detect" ->
                Optional.of(
                        "how soon silence counts (DSQL: membership.detect, Aurora: aurora.failover-detect, people: their alarm)");
            case "evict" -> Optional.of("membership.vote-time");
            case "elect" -> Optional.of("adjudicator.election-timeout (DSQL), or the times of a promotion (Aurora)");
            case "catch-up" ->
                Optional.of("the backlog: the workload's retries and back-off, and journal.catch-up-rate");
            case "reroute" -> Optional.of("the workload's timeout, retry and routing");
            case "decide" -> Optional.of("the reaction of whom the alarm calls (monitoring.reaction)");
            default -> Optional.empty();
        };
    }
}
