package dsqlsim.compare;

import dsqlsim.report.ExpectationResult;
import dsqlsim.report.FaultResult;
import dsqlsim.report.Figures;
import dsqlsim.report.RunResult;
import dsqlsim.report.SafetyResult;
import dsqlsim.report.SafetyVerdict;
import dsqlsim.report.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What is worse in a run than in one that was stored, beyond a tolerance. */
public final class Regressions {
    /** What says nothing of better or worse, or is one sample of many. */
    private static final Set<String> LEFT_OUT = Set.of("abandoned", "cost"); // Looked up, never iterated.

    private final RunResult before;
    private final RunResult now;
    private final double tolerance;
    private final List<String> found = new ArrayList<>();
    private int compared;

    private Regressions(RunResult before, RunResult now, double tolerance) {
        this.before = before;
        this.now = now;
        this.tolerance = tolerance;
    }

    /** Compares them; {@code tolerance} is a share of what was. */
    public static Regressions between(RunResult before, RunResult now, double tolerance) {
        Regressions all = new Regressions(before, now, tolerance);
        all.compare();
        return all;
    }

    /** A line for each; empty when nothing became worse. */
    public List<String> found() {
        return List.copyOf(found);
    }

    /** How many figures and verdicts were compared. */
    public int compared() {
        return compared;
    }

    private void compare() {
        verdicts();
        Map<String, Double> old = means(before);
        Map<String, Double> recent = means(now);
        old.forEach((name, value) -> {
            if (recent.containsKey(name) && !LEFT_OUT.contains(name) && !name.contains(".max")) {
                figure(name, value, recent.get(name));
            }
        });
    }

    // ---- figures

    private static Map<String, Double> means(RunResult result) {
        Map<String, Double> means = new LinkedHashMap<>();
        List<Map<String, Double>> all = ResultScalars.of(result);
        for (String name : all.get(0).keySet()) {
            List<Double> samples = all.stream()
                    .map(each -> each.get(name))
                    .filter(Objects::nonNull)
                    .toList();
            means.put(
                    name,
                    samples.isEmpty()
                            ? null
                            : (Double) (samples.stream()
                                            .mapToDouble(Double::doubleValue)
                                            .sum()
                                    / samples.size()));
        }
        return means;
    }

    private void figure(String name, Double was, Double is) {
        compared++;
        String unit = Units.of(name);
        if (was == null || is == null) {
            if (was != null && name.startsWith("rto(")) {
                found.add(name + ": recovered after " + Figures.value(was, unit) + ", does not recover now");
            }
            return;
        }
        double worse = betterWhenHigher(name) ? was - is : is - was;
        if (worse > Math.max(slack(name, unit), allowed(name) * Math.abs(was))) {
            String change = was == 0 ? "" : " (" + Figures.share((is - was) / Math.abs(was)) + ")";
            found.add(name + ": " + Figures.value(was, unit) + " before, " + Figures.value(is, unit) + " now" + change);
        }
    }

    private static boolean betterWhenHigher(String name) {
        return name.startsWith("availability") || name.startsWith("throughput");
    }

    /** No tolerance for what must not happen at all. */
    private double allowed(String name) {
        return name.equals("lost") || name.equals("rpo") ? 0 : tolerance;
    }

    /** So little is never a regression, however small what it was. */
    private static double slack(String name, String unit) {
        if (name.equals("lost") || name.equals("rpo")) {
            return 0;
        }
        return switch (unit) {
            case "s" -> 0.001;
            case "share" -> 0.001;
            default -> 1;
        };
    }

    // ---- verdicts

    private void verdicts() {
        for (SafetyResult check : now.safety()) {
            compared++;
            boolean violatedBefore = before.safety().stream()
                    .anyMatch(each -> each.check().equals(check.check()) && each.verdict() == SafetyVerdict.VIOLATED);
            if (check.verdict() == SafetyVerdict.VIOLATED && !violatedBefore) {
                found.add("safety " + check.check() + ": violated now");
            }
        }
        for (ExpectationResult expectation : now.expectations()) {
            compared++;
            boolean metBefore = before.expectations().stream()
                    .anyMatch(each -> each.text().equals(expectation.text()) && each.verdict() == Verdict.MET);
            if (expectation.verdict() != Verdict.MET && metBefore) {
                found.add("expectation " + expectation.text() + ": met before, "
                        + expectation.verdict().name().toLowerCase(Locale.ROOT) + " now");
            }
        }
        for (FaultResult fault : now.faults()) {
            objective(fault);
        }
    }

    private void objective(FaultResult fault) {
        if (fault.objective() == null) {
            return;
        }
        compared++;
        boolean metBefore = before.faults().stream()
                .anyMatch(each -> each.id().equals(fault.id())
                        && each.objective() != null
                        && each.objective().verdict() == Verdict.MET);
        if (fault.objective().verdict() != Verdict.MET && metBefore) {
            found.add("objective of " + fault.id() + ": met before, missed now");
        }
    }
}
