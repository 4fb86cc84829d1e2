package dsqlsim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressShareTest {
    @Test
    void aRunThatEndsByCountTellsHowFarItIs() {
        List<Double> shares = new ArrayList<>();
        Scenario scenario = Small.scenario("small.yaml", "duration=1h", "stop={attempts: 4000}");
        Small.trial(scenario, scenario.seed(), Options.STANDARD.reporting(shares::add));
        assertThat(shares).isSorted().allMatch(each -> each <= 1);
        assertThat(shares).anyMatch(each -> each > 0.1 && each < 0.5).last().isEqualTo(1.0);
    }
}
