package dsqlsim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.FaultResult;
import dsqlsim.report.LatencyStats;
import dsqlsim.report.RecoveryTime;
import dsqlsim.report.RunResult;
import dsqlsim.report.SafetyResult;
import dsqlsim.report.SafetyVerdict;
import dsqlsim.report.WorkloadResult;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import java.util.List;

/** Small scenarios, run, and what their results say in the words of the tests. */
final class Told {
    /** Two regions and a witness, 40 transactions a second in each region, all on the same rows. */
    static final String TWO_REGIONS = """
            dsqlsim: 1
            duration: 12s
            warmup: 1s
            topology: {architecture: dsql-multi-region, regions: [us-east-1, us-east-2], witness: us-west-2, shards: 2, partitions: 2}
            workload:
              - name: virginia
                region: us-east-1
                arrivals: 40/s
                transactions: &mix
                  - {name: order, weight: 3, reads: 1, writes: 2}
                  - {name: lookup, weight: 1, reads: 2}
                keys: &rows {space: 2000}
                retry: &patience {attempts: 20, base: 20ms, cap: 1s, jitter: full}
                timeout: 1s
              - name: ohio
                region: us-east-2
                arrivals: 40/s
                transactions: *mix
                keys: *rows
                retry: *patience
                timeout: 1s
            """;

    /** One region, 100 transactions a second. */
    static final String ONE_REGION = """
            dsqlsim: 1
            duration: 8s
            warmup: 1s
            topology: {architecture: dsql-single-region, regions: [us-east-1], shards: 2, partitions: 2}
            workload:
              - name: orders
                region: us-east-1
                arrivals: 100/s
                transactions:
                  - {name: order, weight: 3, reads: 1, writes: 2}
                  - {name: lookup, weight: 1, reads: 2}
                keys: {space: 2000}
                retry: {attempts: 20, base: 5ms, cap: 500ms, jitter: full}
                timeout: 1s
            """;

    private Told() {}

    static Scenario scenario(String text, String... overrides) {
        try {
            return ScenarioReader.read("told.yaml", text, List.of(overrides));
        } catch (InvalidScenario e) {
            throw new AssertionError(e);
        }
    }

    static RunResult run(String text, String... overrides) {
        return run(Options.STANDARD, text, overrides);
    }

    static RunResult run(Options options, String text, String... overrides) {
        Scenario scenario = scenario(text, overrides);
        return Small.trial(scenario, scenario.seed(), options).result();
    }

    /** Nothing that was acknowledged is missing, and no check found anything; there was something to check. */
    static RunResult safe(RunResult result) {
        for (SafetyResult each : result.safety()) {
            assertThat(each.verdict())
                    .as("%s: %s", each.check(), each.evidence())
                    .isEqualTo(SafetyVerdict.OK);
        }
        assertThat(check(result, "durability").examined()).isPositive();
        assertThat(check(result, "linearizable-reads").examined()).isPositive();
        for (FaultResult each : result.faults()) {
            assertThat(each.rpo().lost()).as("lost by " + each.id()).isZero();
        }
        return result;
    }

    static SafetyResult check(RunResult result, String id) {
        return result.safety().stream()
                .filter(each -> each.check().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static SafetyVerdict verdict(RunResult result, String check) {
        return check(result, check).verdict();
    }

    static WorkloadResult workload(RunResult result, String name) {
        return result.workloads().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static WorkloadResult workload(RunResult result, String phase, String name) {
        return result.phases().stream()
                .filter(each -> each.name().equals(phase))
                .flatMap(each -> each.workloads().stream())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static LatencyStats latency(RunResult result, String workload, String operation) {
        return workload(result, workload).latency().get(operation);
    }

    static LatencyStats latency(RunResult result, String phase, String workload, String operation) {
        return workload(result, phase, workload).latency().get(operation);
    }

    /** Seconds to recovery of the first fault, as users of a region see it; it must have recovered. */
    static double rto(RunResult result, String region, String operation) {
        RecoveryTime found = result.faults().get(0).rto().stream()
                .filter(each -> each.region().equals(region) && each.operation().equals(operation))
                .findFirst()
                .orElseThrow();
        assertThat(found.recovered()).as("%s of %s recovers", operation, region).isTrue();
        return found.seconds();
    }

    /** When the first event of a type happened, in seconds. */
    static double at(RunResult result, String type) {
        return result.events().stream()
                .filter(each -> each.type().equals(type))
                .mapToDouble(each -> each.at())
                .findFirst()
                .orElseThrow();
    }
}
