package dsqlsim.run;

import dsqlsim.measure.MeasurePlan;
import dsqlsim.measure.Measures;
import dsqlsim.measure.Scalars;
import dsqlsim.report.Aborts;
import dsqlsim.report.RunResult;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The numbers of a run by which replications, studies and comparisons are told apart. */
final class TrialScalars {
    private TrialScalars() {}

    /** The metrics, and what else of a result is a number that replications should have a distribution of. */
    static Map<String, Double> of(Measures measures, MeasurePlan plan, RunResult result) {
        Map<String, Double> scalars = Scalars.of(measures, plan);
        result.regions().forEach(each -> scalars.put("availability(" + each.name() + ")", each.availability()));
        scalars.put("aborted.occ", sum(result, each -> each.occData() + each.occCatalog()));
        scalars.put("aborted.deadlock", sum(result, Aborts::deadlock));
        if (result.cost() != null) {
            scalars.put("cost", result.cost().total());
        }
        return scalars;
    }

    private static double sum(RunResult result, ToLongFunction<Aborts> of) {
        return result.workloads().stream()
                .mapToLong(each -> of.applyAsLong(each.attempts().aborted()))
                .sum();
    }
}
