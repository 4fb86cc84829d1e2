package dsqlsim.architecture.aurora;

import dsqlsim.report.FaultResult;
import dsqlsim.report.RunResult;
import dsqlsim.report.SafetyResult;
import dsqlsim.report.SystemEvent;
import dsqlsim.report.WorkloadResult;
import dsqlsim.run.Architectures;
import dsqlsim.run.Experiment;
import dsqlsim.run.Options;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import java.util.List;

/** A scenario that was run, and what is asked of it. */
record Ran(RunResult result) {
    static Ran of(String text, String... overrides) {
        return of(1, text, overrides);
    }

    static Ran of(long seed, String text, String... overrides) {
        Scenario scenario = read(text, overrides);
        return new Ran(Experiment.run(
                scenario,
                Architectures.find(scenario.topology().architecture()).orElseThrow(),
                seed,
                Options.STANDARD));
    }

    private static Scenario read(String text, String... overrides) {
        try {
            return ScenarioReader.read("test.yaml", "dsqlsim: 1\n" + text, List.of(overrides));
        } catch (InvalidScenario e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    FaultResult fault(String id) {
        return result.faults().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Null when it did not recover. */
    Double rto(String fault, String region, String operation) {
        return fault(fault).rto().stream()
                .filter(each -> each.region().equals(region) && each.operation().equals(operation))
                .findFirst()
                .orElseThrow()
                .seconds();
    }

    long lost() {
        return result.faults().stream().mapToLong(each -> each.rpo().lost()).sum();
    }

    SafetyResult safety(String check) {
        return result.safety().stream()
                .filter(each -> each.check().equals(check))
                .findFirst()
                .orElseThrow();
    }

    long found(String check) {
        return safety(check).anomalies().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    WorkloadResult workload(String name) {
        return result.workloads().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** When something happened first, in seconds; -1 if it did not. */
    double at(String type) {
        return result.events().stream()
                .filter(each -> each.type().equals(type))
                .mapToDouble(SystemEvent::at)
                .findFirst()
                .orElse(-1);
    }

    /** The node that something happened to last; null if it did not. */
    String node(String type) {
        return result.events().stream()
                .filter(each -> each.type().equals(type))
                .map(SystemEvent::node)
                .reduce(null, (before, after) -> after);
    }
}
