package dsqlsim.scenario;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dsqlsim.yaml.Problem;
import java.util.List;

/** Texts of scenarios, and what is wrong with them. */
final class Scenarios {
    /** The example of the language's page. */
    static final String PAGE = """
            dsqlsim: 1
            name: region-isolation
            question: What do users see?
            duration: 5m
            warmup: 20s
            seed: 1
            topology:
              architecture: dsql-multi-region
              regions: [us-east-1, us-east-2]
              witness: us-west-2
              shards: 4
              partitions: 4
            workload:
              - name: virginia-orders
                region: us-east-1
                arrivals: 300/s
                transactions:
                  - {name: order, weight: 8, reads: 4, writes: 3, statements: 4}
                  - {name: lookup, weight: 2, reads: 6}
                keys: {table: main, space: 1000000, distribution: zipf, skew: 0.9}
                retry: {attempts: 5, base: 10ms, cap: 1s, jitter: full}
                timeout: 2s
                connections: {pool: 100, max-age: 55m}
                routing: {home: us-east-1, failover: [us-east-2], by: client}
            faults:
              - id: ohio-cut-off
                at: 60s
                for: 2m
                partition: {isolate: [us-east-2]}
            objectives:
              region: {rto: 30s, rpo: 0s}
            expect:
              - rpo == 0s
              - rto(us-east-1, write) < 15s
              - availability(us-east-1) >= 99% during ohio-cut-off
              - abort-rate < 2% during before
              - violations == 0
            settings:
              adjudicator.election-timeout: 30ms..60ms
              adjudicator.leader-placement: spread
            preset: aws
            sweep:
              vary: {workload.virginia-orders.arrivals: [100/s, 300/s, 1000/s]}
              repeat: 30
            """;

    /** About the least that a scenario can say: one region, one minute, one workload {@code w}. */
    static final String SHORT = """
            dsqlsim: 1
            duration: 60s
            topology: {regions: [us-east-1]}
            workload:
              - {name: w, arrivals: 10/s, transactions: {writes: 1}}
            """;

    private Scenarios() {}

    static Scenario read(String text, String... overrides) throws InvalidScenario {
        return ScenarioReader.read("case.yaml", text, List.of(overrides));
    }

    static List<String> problems(String text, String... overrides) {
        InvalidScenario invalid = catchThrowableOfType(InvalidScenario.class, () -> read(text, overrides));
        return invalid == null
                ? List.of()
                : invalid.problems().stream().map(Problem::toString).toList();
    }

    /** What is wrong with the short scenario when it has one fault. */
    static String withFault(String fault) {
        return String.join("\n", problems(SHORT + "faults:\n  - " + fault + "\n"));
    }

    /** What is wrong with the short scenario when its topology is another. */
    static String withTopology(String topology) {
        return String.join("\n", problems(SHORT.replace("{regions: [us-east-1]}", topology)));
    }

    /** What is wrong with the short scenario when it expects something. */
    static String withExpectation(String text) {
        return String.join("\n", problems(SHORT + "expect: ['" + text + "']\n"));
    }
}
