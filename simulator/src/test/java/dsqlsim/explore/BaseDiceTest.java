package dsqlsim.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.ledger.PlantedBug;
import dsqlsim.scenario.Library;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaseDiceTest {
    private static Request request(Scenario base, int runs, int threads) {
        return new Request(1, runs, 0, Budget.ANY, PlantedBug.NONE, base, null, false, false, threads);
    }

    @Test
    void everyBundledScenarioCanBeVaried() throws Exception {
        for (String name : Library.NAMES) {
            Scenario base = Library.load(name, List.of());
            if (base.durationNanos() < Scenario.UNBOUNDED) {
                ScenarioDice dice = new ScenarioDice(request(base, 1, 1));
                for (int number = 0; number < 20; number++) {
                    String text = dice.draw(number).text();
                    Scenario varied = ScenarioReader.read("varied.yaml", text, List.of());
                    assertThat(varied.faults())
                            .as(text)
                            .hasSizeGreaterThanOrEqualTo(base.faults().size());
                    assertThat(varied.workloads()).hasSameSizeAs(base.workloads());
                }
            }
        }
    }

    @Test
    void whatWasSetStays() throws Exception {
        List<String> set = List.of(
                "topology.shards=2",
                "duration=6s",
                "warmup=1s",
                "adjudicator.lease=700ms",
                "workload.0.arrivals=20/s",
                "faults.0.at=2s",
                "faults.0.for=1s");
        Scenario base = Library.load("region-isolation", set);
        ScenarioDice dice = new ScenarioDice(request(base, 1, 1));
        Scenario varied = ScenarioReader.read("varied.yaml", dice.draw(3).text(), List.of());
        assertThat(varied.topology().shards()).isEqualTo(2);
        assertThat(varied.durationNanos()).isEqualTo(6_000_000_000L);
        assertThat(varied.settings().nanos("adjudicator.lease")).isEqualTo(700_000_000L);
        assertThat(varied.faults().get(0).atNanos()).isEqualTo(2_000_000_000L);
        assertThat(varied.workloads().get(0).arrivals())
                .isEqualTo(base.workloads().get(0).arrivals());
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        Scenario base =
                Library.load("az-power-interruption", List.of("duration=6s", "warmup=1s", "faults=[]", "expect=[]"));
        Totals one = new Exploration(request(base, 6, 1), new Totals(), each -> {}).run();
        Totals two = new Exploration(request(base, 6, 2), new Totals(), each -> {}).run();
        assertThat(two.events()).isEqualTo(one.events());
        assertThat(two.fired()).isEqualTo(one.fired());
        assertThat(two.cells()).usingRecursiveComparison().isEqualTo(one.cells());
    }
}
