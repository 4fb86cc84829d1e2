package dsqlsim.run;

import dsqlsim.cost.Bill;
import dsqlsim.measure.ExpectationEvaluator;
import dsqlsim.measure.Expected;
import dsqlsim.measure.Measures;
import dsqlsim.measure.Names;
import dsqlsim.measure.ObjectiveTarget;
import dsqlsim.measure.ResultBuilder;
import dsqlsim.report.CostEstimate;
import dsqlsim.report.ExpectationResult;
import dsqlsim.report.FaultResult;
import dsqlsim.report.RegionResult;
import dsqlsim.report.Replications;
import dsqlsim.report.RunResult;
import dsqlsim.report.RunSummary;
import dsqlsim.report.RunVerdict;
import dsqlsim.report.SafetyResult;
import dsqlsim.report.SafetyVerdict;
import dsqlsim.report.ScenarioSource;
import dsqlsim.report.Verdict;
import dsqlsim.report.WorkloadResult;
import dsqlsim.scenario.Expectation;
import dsqlsim.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** The result of an experiment that is over. */
final class Readout {
    private final Experiment of;
    private final Scenario scenario;
    private final ResultBuilder builder;

    Readout(Experiment of) {
        this.of = of;
        this.scenario = of.scenario;
        this.builder = new ResultBuilder(of.witnesses.recorder, names());
    }

    private Names names() {
        return new Names() {
            @Override
            public String node(int node) {
                return node < 0 || node >= of.world.nodes().size() ? null : of.world.node(node).name;
            }

            @Override
            public String key(int row) {
                return of.keyspace.label(row);
            }
        };
    }

    Trial trial() {
        List<Expected> expected =
                scenario.expectations().stream().map(Readout::expected).toList();
        List<SafetyResult> safety =
                of.witnesses.checkers == null ? List.of() : ExpectationEvaluator.mark(of.safety(), expected);
        Measures measures = new Measures(of.witnesses.recorder, safety);
        List<ExpectationResult> expectations = new ExpectationEvaluator(measures).evaluate(expected);
        List<FaultResult> faults = builder.faults(objectives());
        List<WorkloadResult> workloads = builder.workloads();
        List<RegionResult> regions = builder.regions();
        CostEstimate cost =
                Bill.of(of.deployment.footprint(), builder.usage(), of.keyspace.rows(), scenario.settings());
        RunVerdict verdict = verdict(safety, expectations, faults);
        return new Trial(
                verdict,
                of.simulation.seed(),
                TrialScalars.of(measures, of.plan, workloads, regions, cost),
                of.faults.idle(),
                () -> new RunResult(
                        RunResult.FORMAT,
                        source(),
                        summary(),
                        verdict,
                        workloads,
                        regions,
                        builder.waits(),
                        builder.incidents(),
                        builder.hotKeys(),
                        builder.phases(),
                        faults,
                        builder.failoverGaps(),
                        builder.events(),
                        safety,
                        expectations,
                        builder.timeline().with(of.places.topology()),
                        cost,
                        AssumptionsUsed.of(scenario, of.architecture),
                        Replications.ONE,
                        null,
                        warnings()));
    }

    private static Expected expected(Expectation each) {
        return new Expected(
                each.text(),
                each.metric(),
                each.arguments(),
                actual -> each.comparator().holds(actual, each.value()),
                each.verdict(),
                each.comparator() == Expectation.Comparator.EQUAL,
                each.phase(),
                each.line());
    }

    private List<ObjectiveTarget> objectives() {
        return scenario.objectives().stream()
                .map(each -> new ObjectiveTarget(
                        each.disruption().label(),
                        each.rtoNanos() < 0 ? null : (Double) (each.rtoNanos() / 1e9),
                        each.rpoNanos() < 0 ? null : (Double) (each.rpoNanos() / 1e9)))
                .toList();
    }

    private static RunVerdict verdict(
            List<SafetyResult> safety, List<ExpectationResult> expectations, List<FaultResult> faults) {
        boolean violated =
                safety.stream().anyMatch(each -> each.verdict() == SafetyVerdict.VIOLATED && !each.expected());
        if (violated) {
            return RunVerdict.VIOLATED;
        }
        boolean expectationsMet = expectations.stream().allMatch(each -> each.verdict() == Verdict.MET);
        boolean objectivesMet = faults.stream()
                .allMatch(each -> each.objective() == null || each.objective().verdict() == Verdict.MET);
        return expectationsMet && objectivesMet ? RunVerdict.MET : RunVerdict.MISSED;
    }

    private ScenarioSource source() {
        Scenario.Source source = scenario.source();
        return new ScenarioSource(scenario.name(), scenario.question(), source.sha256(), Reproduction.path(scenario));
    }

    private RunSummary summary() {
        return new RunSummary(
                of.architecture.name(),
                of.simulation.seed(),
                Version.NUMBER,
                Experiment.hex(of.simulation.fingerprint()),
                Experiment.hex(of.clients.fingerprint()),
                of.simulation.now() / 1e9,
                scenario.warmupNanos() / 1e9,
                of.simulation.fired(),
                of.world.messages(),
                Reproduction.line(scenario, of.simulation.seed(), of.options.checks()));
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(builder.warnings());
        warnings.addAll(of.surroundings.findings());
        warnings.addAll(of.operators.refused());
        of.faults.idle().forEach(each -> warnings.add("fault '" + each.fault() + "': " + each.reason()));
        return warnings;
    }
}
