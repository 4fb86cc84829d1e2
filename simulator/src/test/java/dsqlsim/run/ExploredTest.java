package dsqlsim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.RunResult;
import dsqlsim.report.SafetyVerdict;
import dsqlsim.report.Series;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What exploration found and was mended: once all faults are healed, transactions commit again, without a storm of events. */
class ExploredTest {
    private static final long EVENTS_MAX = 300_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "never-readmitted",
                "all-replicas-elsewhere",
                "evicted-while-standing",
                "reads-multiply",
                "leader-beside-a-learner",
                "learners-standby",
                "tries-pile-up"
            })
    void goesOnAfterItsFaults(String name) throws IOException, InvalidScenario {
        Path file = Path.of("src/test/resources/explored", name + ".yaml");
        Scenario scenario = ScenarioReader.read(name + ".yaml", Files.readString(file), List.of());
        RunResult result = Told.safe(
                Small.trial(scenario, scenario.seed(), Options.STANDARD).result());
        assertThat(committedInTheLastTwoSeconds(result)).isPositive();
        assertThat(result.run().events()).isLessThan(EVENTS_MAX);
    }

    /** A forwarded statement that the network delivered twice was done twice, which failed. */
    @Test
    void whatIsForwardedTwiceIsDoneOnce() throws IOException, InvalidScenario {
        Path file = Path.of("src/test/resources/explored", "forwarded-twice.yaml");
        Scenario scenario = ScenarioReader.read("forwarded-twice.yaml", Files.readString(file), List.of());
        RunResult result =
                Small.trial(scenario, scenario.seed(), Options.STANDARD).result();
        assertThat(result.workloads().get(0).attempts().committed())
                .isEqualTo(result.workloads().get(0).transactions().offered());
    }

    /** A former writer answers reads until it hears of its successor, and as a reader then. */
    @Test
    void nobodyPromisesThatAFormerWriterShowsTheLatest() throws IOException, InvalidScenario {
        Path file = Path.of("src/test/resources/explored", "former-writer.yaml");
        assertThat(reads(file, List.of())).isEqualTo(SafetyVerdict.NOT_PROMISED);
        assertThat(reads(file, List.of("aurora.readers=0"))).isEqualTo(SafetyVerdict.OK);
    }

    /** Each of these failed, or was wrong. */
    @ParameterizedTest
    @ValueSource(strings = {"read-after-pause", "superseded-writer"})
    void otherDesignsKeepWhatTheyPromise(String name) throws IOException, InvalidScenario {
        Path file = Path.of("src/test/resources/explored", name + ".yaml");
        Scenario scenario = ScenarioReader.read(name + ".yaml", Files.readString(file), List.of());
        assertThat(Small.trial(scenario, scenario.seed(), Options.STANDARD)
                        .result()
                        .safety())
                .noneMatch(each -> each.verdict() == SafetyVerdict.VIOLATED);
    }

    private static SafetyVerdict reads(Path file, List<String> overrides) throws IOException, InvalidScenario {
        Scenario scenario = ScenarioReader.read("former-writer.yaml", Files.readString(file), overrides);
        return Small.trial(scenario, scenario.seed(), Options.STANDARD).result().safety().stream()
                .filter(each -> each.check().equals("linearizable-reads"))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static double committedInTheLastTwoSeconds(RunResult result) {
        return result.timeline().series().stream()
                .filter(each -> each.name().equals(Series.COMMITTED))
                .map(Series::values)
                .mapToDouble(each -> each.subList(each.size() - 20, each.size()).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .sum();
    }
}
