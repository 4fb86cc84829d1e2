package dsqlsim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.scenario.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A longer run keeps no more than a shorter one, once both have lasted as long as anything is kept. */
class MemoryTest {
    private static final String SETTINGS = "settings={storage.retention: 10s, journal.retention: 10s,"
            + " adjudicator.conflict-window: 10s, adjudicator.promise-interval: 50ms, adjudicator.keepalive-interval: 20ms,"
            + " adjudicator.lease-renewal: 20ms, adjudicator.lease: 300ms, adjudicator.election-timeout: 200ms..400ms}";

    /** Bounded, but not full yet: a number for each tenth of a second, the first million durations, the latest effects. */
    private static final List<String> BOUNDED = List.of("OverTime.", "Baseline.durations", "Atomicity.");

    private static Map<String, Long> after(String duration) {
        Scenario scenario = Told.scenario(
                Told.ONE_REGION,
                "duration=" + duration,
                "workload.orders.arrivals=30/s",
                "workload.orders.keys={space: 50}",
                SETTINGS);
        Experiment experiment = new Experiment(
                scenario, Architectures.find("dsql-single-region").orElseThrow(), 1, Options.STANDARD);
        experiment.run();
        return Reachable.from(experiment);
    }

    @Test
    void fourTimesTheTimeKeepsNoMore() {
        Map<String, Long> shorter = after("150s");
        Map<String, Long> longer = after("600s");
        assertThat(longer).containsKey("dsqlsim.architecture.dsql.Log.entries");
        longer.forEach((name, words) -> {
            if (BOUNDED.stream().noneMatch(name::contains)) {
                long before = shorter.getOrDefault(name, 0L);
                assertThat(words).as(name).isLessThan(before * 3 / 2 + 4_096);
            }
        });
    }
}
