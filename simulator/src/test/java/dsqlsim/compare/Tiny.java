package dsqlsim.compare;

import dsqlsim.run.Architectures;
import dsqlsim.run.Options;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Scenarios of two regions that are over at once. */
final class Tiny {
    private static final String TEXT = """
            dsqlsim: 1
            name: tiny
            duration: 6s
            warmup: 500ms
            topology: {regions: [us-east-1, us-east-2], witness: us-west-2, shards: 2, partitions: 2}
            workload:
              - name: virginia
                region: us-east-1
                arrivals: 60/s
                transactions: [{name: order, reads: 1, writes: 2}]
                keys: {space: 2000}
                retry: {attempts: 5, base: 20ms, cap: 1s, jitter: full}
                timeout: 1s
                routing: {home: us-east-1, failover: [us-east-2]}
              - name: ohio
                region: us-east-2
                arrivals: 40/s
                transactions: [{name: order, reads: 1, writes: 1}, {name: look, reads: 3}]
                keys: {space: 2000}
                retry: {attempts: 5, base: 20ms, cap: 1s, jitter: full}
                timeout: 1s
                routing: {home: us-east-2, failover: [us-east-1]}
            faults:
              - {id: crash, at: 2s, for: 1s, crash: {role: adjudicator-leader, shard: 0}}
              - {id: storm, at: 3s, for: 1s, load: {workload: ohio, factor: x3}}
            """;

    private Tiny() {}

    static Scenario scenario(String... overrides) {
        return read(TEXT, overrides);
    }

    static Scenario read(String text, String... overrides) {
        try {
            return ScenarioReader.read("tiny.yaml", text, List.of(overrides));
        } catch (InvalidScenario e) {
            throw new AssertionError(e);
        }
    }

    static Fit fit(Scenario scenario, String architecture) {
        return Fit.of(scenario, Architectures.find(architecture).orElseThrow());
    }

    static Contest contest(Scenario scenario, int repeat, String... architectures) {
        List<Fit> fits = new ArrayList<>();
        Arrays.stream(architectures).forEach(each -> fits.add(fit(scenario, each)));
        return new Contest(scenario, fits, scenario.seed(), repeat, Options.STANDARD);
    }
}
