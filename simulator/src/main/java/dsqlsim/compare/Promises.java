package dsqlsim.compare;

import dsqlsim.architecture.Guarantees;
import dsqlsim.report.FaultResult;
import dsqlsim.report.Figures;
import dsqlsim.report.PromiseResult;
import dsqlsim.report.PromiseVerdict;
import dsqlsim.report.RecoveryTime;
import dsqlsim.report.SafetyResult;
import dsqlsim.run.Experiment;
import dsqlsim.run.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a design promises beside what was found: its safety checks, and loss and outage after each type of disruption. */
final class Promises {
    private final Entrant entrant;
    private final Guarantees guarantees;
    private final List<PromiseResult> found = new ArrayList<>();

    private Promises(Entrant entrant) {
        this.entrant = entrant;
        guarantees =
                Experiment.guarantees(entrant.fit().scenario(), entrant.fit().architecture());
    }

    static List<PromiseResult> of(Entrant entrant) {
        Promises promises = new Promises(entrant);
        promises.bounds();
        entrant.result().safety().forEach(promises::check);
        return promises.found;
    }

    // ---- bounds

    private void bounds() {
        Set<String> idle = entrant.idle().stream().map(Trial.Idle::fault).collect(Collectors.toSet());
        List<FaultResult> faults = entrant.result().faults().stream()
                .filter(each -> !idle.contains(each.id()))
                .toList();
        faults.stream().map(FaultResult::disruption).distinct().forEach(disruption -> {
            List<FaultResult> those = faults.stream()
                    .filter(each -> each.disruption().equals(disruption))
                    .toList();
            loss(disruption, those);
            outage(disruption, those);
        });
    }

    private void loss(String disruption, List<FaultResult> faults) {
        FaultResult worst = faults.stream()
                .max(Comparator.comparingDouble((FaultResult each) -> each.rpo().seconds())
                        .thenComparingLong(each -> each.rpo().lost()))
                .orElseThrow();
        double seconds = worst.rpo().seconds();
        long lost = worst.rpo().lost();
        String text = lost == 0
                ? "no acknowledged commit lost"
                : Words.counted(lost, "commit", "commits") + " lost, " + Figures.duration(seconds);
        bound("rpo", disruption, text, bound -> lost == 0 || bound > 0 && seconds <= bound);
    }

    private void outage(String disruption, List<FaultResult> faults) {
        List<RecoveryTime> times = faults.stream()
                .flatMap(each -> each.rto().stream())
                .filter(each -> !each.operation().equals("connect"))
                .toList();
        if (times.stream().anyMatch(Why::away)) {
            bound("rto", disruption, "not recovered", bound -> false);
            return;
        }
        Optional<Double> worst = times.stream()
                .map(RecoveryTime::seconds)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        worst.ifPresent(seconds ->
                bound("rto", disruption, "RTO at most " + Figures.duration(seconds), bound -> seconds <= bound));
    }

    private interface Test {
        boolean holds(double bound);
    }

    private void bound(String metric, String disruption, String text, Test test) {
        Optional<Guarantees.Bound> bound = guarantees.bounds().stream()
                .filter(each ->
                        each.metric().equals(metric) && each.disruption().equals(disruption))
                .findFirst();
        PromiseVerdict verdict = bound.map(
                        each -> test.holds(each.seconds()) ? PromiseVerdict.HOLDS : PromiseVerdict.VIOLATED)
                .orElse(PromiseVerdict.NOT_PROMISED);
        found.add(new PromiseResult(
                entrant.name(),
                metric + " after " + disruption,
                bound.map(Guarantees.Bound::seconds).orElse(null),
                verdict,
                text,
                bound.map(Guarantees.Bound::source).orElse("")));
    }

    // ---- checks

    private void check(SafetyResult check) {
        PromiseVerdict verdict = switch (check.verdict()) {
            case OK -> PromiseVerdict.HOLDS;
            case VIOLATED -> PromiseVerdict.VIOLATED;
            case UNKNOWN -> PromiseVerdict.UNKNOWN;
            case NOT_PROMISED -> PromiseVerdict.NOT_PROMISED;
        };
        found.add(new PromiseResult(
                entrant.name(),
                check.check(),
                null,
                verdict,
                anomalies(check) + (check.expected() ? ", as expected" : ""),
                verdict == PromiseVerdict.NOT_PROMISED ? "" : "the design's model"));
    }

    private static String anomalies(SafetyResult check) {
        if (check.anomalies().isEmpty()) {
            return "nothing found, " + Words.count(check.examined()) + " examined";
        }
        return check.anomalies().entrySet().stream()
                .map((Map.Entry<String, Long> each) -> Words.count(each.getValue()) + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }
}
