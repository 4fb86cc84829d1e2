package dsqlsim.run;

import dsqlsim.measure.MeasurePlan;
import dsqlsim.measure.Measures;
import dsqlsim.measure.Scalars;
import dsqlsim.report.Aborts;
import dsqlsim.report.CostEstimate;
import dsqlsim.report.RegionResult;
import dsqlsim.report.WorkloadResult;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The numbers of a run by which replications, studies and comparisons are told apart. */
final class TrialScalars {
    private TrialScalars() {}

    /** The metrics, and what else of a result is a number that replications should have a distribution of. */
    static Map<String, Double> of(
            Measures measures,
            MeasurePlan plan,
            List<WorkloadResult> workloads,
            List<RegionResult> regions,
            CostEstimate cost) {
        Map<String, Double> scalars = Scalars.of(measures, plan);
        regions.forEach(each -> scalars.put("availability(" + each.name() + ")", each.availability()));
        scalars.put("aborted.occ", sum(workloads, each -> each.occData() + each.occCatalog()));
        scalars.put("aborted.deadlock", sum(workloads, Aborts::deadlock));
        if (cost != null) {
            scalars.put("cost", cost.total());
        }
        return scalars;
    }

    private static double sum(List<WorkloadResult> workloads, ToLongFunction<Aborts> of) {
        return workloads.stream()
                .mapToLong(each -> of.applyAsLong(each.attempts().aborted()))
                .sum();
    }
}
