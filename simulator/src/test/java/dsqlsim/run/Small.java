package dsqlsim.run;

import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import java.util.List;

/** A scenario that is over at once. */
final class Small {
    private static final String TEXT = """
            dsqlsim: 1
            duration: 1s
            topology: {architecture: dsql-single-region, regions: [us-east-1], shards: 1, partitions: 1}
            workload:
              - name: orders
                region: us-east-1
                arrivals: 40/s
                transactions: [{name: order, reads: 1, writes: 1}]
            """;

    private Small() {}

    static Scenario scenario() {
        return scenario("small.yaml");
    }

    static Scenario scenario(String path, String... overrides) {
        try {
            return ScenarioReader.read(path, TEXT, List.of(overrides));
        } catch (InvalidScenario e) {
            throw new AssertionError(e);
        }
    }

    static Trial trial(Scenario scenario, long seed, Options options) {
        return Experiment.trial(
                scenario, Architectures.find(scenario.topology().architecture()).orElseThrow(), seed, options);
    }
}
