package dsqlsim.measure;

import dsqlsim.report.ExpectationResult;
import dsqlsim.report.SafetyResult;
import dsqlsim.report.SafetyVerdict;
import dsqlsim.report.Verdict;
import java.util.List;

/** Judges the expectations of a scenario by what was measured. */
public final class ExpectationEvaluator {
    private final Measures measures;

    public ExpectationEvaluator(Measures measures) {
        this.measures = measures;
    }

    /** The results of safety checks, with those violations marked that the scenario expects. */
    public static List<SafetyResult> mark(List<SafetyResult> safety, List<Expected> expectations) {
        return safety.stream().map(result -> mark(result, expectations)).toList();
    }

    /** One result each, in order. */
    public List<ExpectationResult> evaluate(List<Expected> expectations) {
        return expectations.stream().map(this::evaluate).toList();
    }

    private ExpectationResult evaluate(Expected expected) {
        if (expected.metric().equals("safety")) {
            return safety(expected);
        }
        Double value = measures.value(expected.metric(), expected.arguments(), expected.phase());
        if (value != null && value.isInfinite()) {
            return result(expected, null, Verdict.MISSED, "not recovered");
        }
        return result(expected, value, verdict(expected, value), null);
    }

    private ExpectationResult safety(Expected expected) {
        String found = measures.verdict(expected.arguments().get(0));
        Verdict verdict = found.equals(expected.verdict()) == expected.equal() ? Verdict.MET : Verdict.MISSED;
        boolean unknown = found.equals("unknown") && !"unknown".equals(expected.verdict());
        return result(expected, null, unknown ? Verdict.UNKNOWN : verdict, found);
    }

    private static Verdict verdict(Expected expected, Double value) {
        if (value == null) {
            return Verdict.UNKNOWN;
        }
        return expected.bound().test(value) ? Verdict.MET : Verdict.MISSED;
    }

    private static ExpectationResult result(Expected expected, Double value, Verdict verdict, String found) {
        String unit = MetricCatalog.find(expected.metric())
                .map(metric -> metric.unit().symbol())
                .orElse(null);
        return new ExpectationResult(expected.text(), value, verdict, expected.line(), unit, found);
    }

    private static SafetyResult mark(SafetyResult result, List<Expected> expectations) {
        boolean expected = result.verdict() == SafetyVerdict.VIOLATED
                && expectations.stream().anyMatch(each -> each.expectsViolation(result.check()));
        return new SafetyResult(
                result.check(), result.verdict(), result.examined(), expected, result.anomalies(), result.evidence());
    }
}
