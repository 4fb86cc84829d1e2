package dsqlsim.architecture;

import java.util.List;
import java.util.Set;

/**
 * What a design promises; a comparison puts what was found beside it.
 *
 * @param checks the safety checks that it means to pass, by their ids in results; another's findings are reported and not judged
 * @param bounds on what a disruption may cost, as published; none where nothing is
 */
public record Guarantees(Set<String> checks, List<Bound> bounds) {
    /** The safety checks of results. */
    public static final Set<String> EVERY_CHECK = Set.of(
            "durability",
            "atomicity",
            "snapshot-isolation",
            "linearizable-reads",
            "one-leader-per-epoch",
            "monotone-commits",
            "promise-kept",
            "convergence",
            "clock-bound",
            "conservation");

    /**
     * A bound on RPO or RTO after a type of disruption.
     *
     * @param metric {@code rpo} or {@code rto}
     * @param disruption {@code infrastructure}, {@code zone} or {@code region}
     * @param source who says so
     */
    public record Bound(String metric, String disruption, double seconds, String source) {}

    public Guarantees {
        checks = Set.copyOf(checks);
        bounds = List.copyOf(bounds);
    }

    /** Whether a safety check is promised. */
    public boolean promises(String check) {
        return checks.contains(check);
    }
}
