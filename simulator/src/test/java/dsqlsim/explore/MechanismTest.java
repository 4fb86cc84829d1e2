package dsqlsim.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.RunResult;
import dsqlsim.run.Architectures;
import dsqlsim.run.Experiment;
import dsqlsim.run.Options;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mechanism of the protocol is needed: without it the same scenarios fail that hold with it. */
class MechanismTest {
    private static final int SEEDS = 24;

    @ParameterizedTest
    @CsvSource({
        "fencing, adjudicator.fencing=off, adjudicator.fencing=on",
        "adoption, journal.adoption=entrywise, journal.adoption=whole",
        "lease, adjudicator.lease-on-promises=off, adjudicator.lease-on-promises=on",
    })
    void withoutItSomethingIsWrong(String name, String off, String on) throws Exception {
        assertThat(violated(name, on)).as("with %s", on).isZero();
        assertThat(violated(name, off)).as("with %s", off).isPositive();
    }

    /** Nothing becomes wrong without eviction; but the healthy side waits for the lost one. */
    @Test
    void withoutEvictionTheSurvivorDoesNotServe() throws Exception {
        assertThat(committedAfter("membership.eviction=on")).isGreaterThan(100);
        assertThat(committedAfter("membership.eviction=off")).isLessThan(60);
    }

    private static int violated(String name, String setting) throws Exception {
        int violated = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Scenario scenario = read(name, List.of(setting, "seed=" + seed));
            boolean wrong = Checked.run(scenario, Budget.ANY).violations().stream()
                    .anyMatch(each -> !each.check().equals(Violation.STUCK));
            violated += wrong ? 1 : 0;
        }
        return violated;
    }

    private static long committedAfter(String setting) throws Exception {
        Scenario scenario = read("eviction", List.of(setting));
        RunResult result = Experiment.run(
                scenario,
                Architectures.find(scenario.topology().architecture()).orElseThrow(),
                scenario.seed(),
                Options.STANDARD);
        return result.workloads().get(0).attempts().committed();
    }

    private static Scenario read(String name, List<String> overrides) throws IOException, InvalidScenario {
        String path = "/dsqlsim/mechanisms/" + name + ".yaml";
        try (InputStream in = MechanismTest.class.getResourceAsStream(path)) {
            return ScenarioReader.read(path, new String(in.readAllBytes(), StandardCharsets.UTF_8), overrides);
        }
    }
}
