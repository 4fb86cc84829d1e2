package dsqlsim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.RunResult;
import dsqlsim.report.Series;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
                "leader-beside-a-learner"
            })
    void goesOnAfterItsFaults(String name) throws IOException, InvalidScenario {
        Path file = Path.of("src/test/resources/explored", name + ".yaml");
        Scenario scenario = ScenarioReader.read(name + ".yaml", Files.readString(file), List.of());
        RunResult result = Told.safe(
                Small.trial(scenario, scenario.seed(), Options.STANDARD).result());
        assertThat(committedInTheLastTwoSeconds(result)).isPositive();
        assertThat(result.run().events()).isLessThan(EVENTS_MAX);
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
