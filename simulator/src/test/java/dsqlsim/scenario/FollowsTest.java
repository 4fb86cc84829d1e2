package dsqlsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which assumptions a scenario can depend on. */
class FollowsTest {
    @Test
    void whatIsNotThereHasNoAssumptions() throws InvalidScenario {
        Scenario loss = Library.load("region-loss", List.of());
        assertThat(loss.follows("membership.detect")).isTrue();
        for (String each : List.of(
                "route53.interval", "routing.dns-ttl", "monitoring.period", "cache.ttl", "lifecycle.idle-after")) {
            assertThat(loss.follows(each)).as(each).isFalse();
        }
    }

    @Test
    void whatIsThereHas() throws InvalidScenario {
        assertThat(Library.load("dns-failover", List.of()).follows("route53.interval"))
                .isTrue();
        assertThat(Library.load("dr-recipe-mended", List.of()).follows("monitoring.period"))
                .isTrue();
        assertThat(Library.load("cluster-life-cycle", List.of()).follows("lifecycle.create-time"))
                .isTrue();
        assertThat(Library.load("cache-promotion", List.of()).follows("cache.ttl"))
                .isTrue();
    }

    @Test
    void soHasWhatTheScenarioSets() throws InvalidScenario {
        Scenario asleep = Library.load("region-loss", List.of("lifecycle.idle-after=60s"));
        assertThat(asleep.follows("lifecycle.idle-after")).isTrue();
    }
}
