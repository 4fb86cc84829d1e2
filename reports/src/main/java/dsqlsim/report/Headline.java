package dsqlsim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One of the figures at the top of the page.
 *
 * @param label what it is
 * @param definition the id of its definition on the page
 * @param value the figure
 * @param note where it comes from, or what was allowed
 * @param tone {@code good}, {@code bad}, or {@code plain} where nothing was asked for
 */
public record Headline(String label, String definition, String value, String note, String tone) {

    /** The figures of a result: what was lost, the worst recoveries, availability and abort rate. */
    public static List<Headline> of(RunResult result) {
        List<Headline> figures = new ArrayList<>();
        if (!result.faults().isEmpty()) {
            figures.add(loss(result));
            recovery(result, "write").ifPresent(figures::add);
            recovery(result, "read").ifPresent(figures::add);
        }
        lowest(result).ifPresent(figures::add);
        aborts(result).ifPresent(figures::add);
        return figures;
    }

    private static Headline loss(RunResult result) {
        long lost = result.faults().stream()
                .mapToLong(fault -> fault.rpo().lost())
                .max()
                .orElse(0);
        Double seconds = result.faults().stream()
                .map(fault -> fault.rpo().seconds())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        String note = lost == 0 ? "no acknowledged commit lost" : Figures.count(lost) + " acknowledged commits lost";
        return new Headline("Data lost (RPO)", "rpo", Figures.duration(seconds), note, lost == 0 ? "good" : "bad");
    }

    /** The longest outage of an operation over all faults; one that never ended is longer than any other. */
    private static Optional<Headline> recovery(RunResult result, String operation) {
        return result.faults().stream()
                .flatMap(fault -> fault.rto().stream()
                        .filter(time -> time.operation().equals(operation))
                        .filter(time -> time.seconds() != null || time.goodWithin() != null)
                        .map(time -> recovery(fault, time)))
                .max(Comparator.comparingDouble(Candidate::length))
                .map(Candidate::headline);
    }

    private record Candidate(double length, Headline headline) {}

    private static Candidate recovery(FaultResult fault, RecoveryTime time) {
        double length = time.seconds() == null ? Double.POSITIVE_INFINITY : time.seconds();
        Double allowed = fault.objective() == null ? null : fault.objective().rto();
        boolean kept = allowed != null && length <= allowed;
        String tone = allowed == null ? "plain" : kept ? "good" : "bad";
        String users = "users in " + time.region();
        String note = allowed == null
                ? users
                : users + "; objective " + Figures.duration(allowed) + (kept ? " met" : " breached");
        String label = "Longest " + time.operation() + " outage (RTO)";
        return new Candidate(
                length, new Headline(label, "rto", Story.rto(time), note, time.seconds() == null ? "bad" : tone));
    }

    private static Optional<Headline> lowest(RunResult result) {
        return result.workloads().stream()
                .filter(workload -> workload.availability() != null)
                .min(Comparator.comparingDouble(WorkloadResult::availability))
                .map(workload -> new Headline(
                        "Lowest availability",
                        "availability",
                        Figures.share(workload.availability()),
                        workload.name() + ", whole run",
                        "plain"));
    }

    private static Optional<Headline> aborts(RunResult result) {
        return result.workloads().stream()
                .filter(workload -> workload.abortRate() != null)
                .max(Comparator.comparingDouble(WorkloadResult::abortRate))
                .map(workload -> new Headline(
                        "Highest abort rate",
                        "abort-rate",
                        Figures.share(workload.abortRate()),
                        workload.name() + ", whole run",
                        "plain"));
    }
}
