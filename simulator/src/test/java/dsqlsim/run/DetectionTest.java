package dsqlsim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dsqlsim.report.FaultResult;
import dsqlsim.report.RecoveryTime;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Library;
import dsqlsim.scenario.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users wait for beside the database: name servers, and people (assertions G-09 and G-10 of the evidence). */
class DetectionTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void clientsFollowANameWithinHalfAMinuteToAMinuteAndAHalf(long seed) throws InvalidScenario {
        Trial trial =
                run("dns-failover", seed, List.of("workload.virginia.arrivals=10/s", "workload.ohio.arrivals=1/s"));
        double unhealthy = trial.scalars().get("time-to(endpoint-unhealthy)");
        double followed = trial.scalars().get("time-to(rerouted)");
        // Three probes of 14 of 16 checkers, and four seconds for the last of them to time out.
        assertThat(unhealthy).isBetween(24.0, 37.0);
        assertThat(followed).isBetween(unhealthy, unhealthy + 65);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void recoveryThatHangsOnPeopleSaysSo(long seed) throws InvalidScenario {
        Trial trial = run("global-database-alarm", seed, List.of("workload.orders.arrivals=5/s"));
        FaultResult fault = trial.result().faults().get(0);
        RecoveryTime writes = fault.rto().stream()
                .filter(each -> each.operation().equals("write"))
                .findFirst()
                .orElseThrow();
        Map<String, Double> parts = writes.parts();
        assertThat(parts.get("detect")).isEqualTo(trial.scalars().get("time-to(alarm-raised)"));
        assertThat(parts.get("detect") + parts.get("decide"))
                .isEqualTo(trial.scalars().get("time-to(operator-decided)"), within(1e-6));
        assertThat(parts.get("decide")).isGreaterThanOrEqualTo(300);
        assertThat(parts.values().stream().mapToDouble(Double::doubleValue).sum())
                .isEqualTo(writes.seconds(), within(1e-6));
    }

    private static Trial run(String name, long seed, List<String> overrides) throws InvalidScenario {
        Scenario scenario = Library.load(name, overrides);
        return Experiment.trial(
                scenario, Architectures.find(scenario.topology().architecture()).orElseThrow(), seed, Options.STANDARD);
    }
}
