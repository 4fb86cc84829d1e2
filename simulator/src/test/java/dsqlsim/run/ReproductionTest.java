package dsqlsim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Library;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReproductionTest {
    @Test
    void aBundledScenarioGoesByItsName() throws InvalidScenario {
        assertThat(Reproduction.line(Library.load("region-loss", List.of()), 7, true))
                .isEqualTo("dsqlsim run region-loss --seed 7");
    }

    @Test
    void aFileGoesByItsPathWhichIsNeverAbsoluteInResults() {
        assertThat(Reproduction.line(Small.scenario("mine/small.yaml"), 1, true))
                .isEqualTo("dsqlsim run mine/small.yaml --seed 1");
        assertThat(Reproduction.line(Small.scenario("/home/me/small.yaml"), 1, true))
                .isEqualTo("dsqlsim run small.yaml --seed 1");
        assertThat(Reproduction.line("./dsqlsim", Small.scenario("/home/me/small.yaml"), 1, true))
                .isEqualTo("./dsqlsim run /home/me/small.yaml --seed 1");
    }

    @Test
    void whatAShellWouldTakeApartIsQuoted() {
        assertThat(Reproduction.line(Small.scenario("it's mine.yaml", "faults=[ ]"), 1, false))
                .isEqualTo("dsqlsim run 'it'\\''s mine.yaml' --seed 1 --set 'faults=[ ]' --no-checks");
        assertThat(Reproduction.line(Small.scenario("-x.yaml"), 1, true)).isEqualTo("dsqlsim run ./-x.yaml --seed 1");
    }
}
