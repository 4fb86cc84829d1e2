package dsqlsim.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.kernel.EventListener;
import dsqlsim.run.Architectures;
import dsqlsim.run.Experiment;
import dsqlsim.run.Options;
import dsqlsim.run.Trial;
import dsqlsim.scenario.Scenario;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TwiceTest {
    private static Function<EventListener, Trial> run(Scenario scenario, long seed) {
        return listener -> Experiment.trial(
                scenario,
                Architectures.find(scenario.topology().architecture()).orElseThrow(),
                seed,
                Options.STANDARD.listening(listener));
    }

    @Test
    void drawnScenariosRunTheSameTwice() throws Exception {
        for (int number = 0; number < 5; number++) {
            String text = Drawn.text(11, number, Budget.ANY);
            assertThat(Twice.differs(text, Budget.ANY, Checked.run(text, Budget.ANY)))
                    .isEmpty();
        }
    }

    /** Another run's result stands for what chance might have made of this one. */
    @Test
    void aRunThatIsNotTheSameIsAFinding() throws Exception {
        String text = Drawn.text(11, 0, Budget.ANY);
        Checked.Result other = Checked.run(Drawn.text(11, 1, Budget.ANY), Budget.ANY);
        Violation violation = Twice.differs(text, Budget.ANY, other).orElseThrow();
        assertThat(violation.check()).isEqualTo(Violation.DIFFERS);
        assertThat(violation.evidence()).hasSize(2);
        assertThat(violation.evidence().get(1)).contains("it does not differ each time");
    }

    @Test
    void theFirstEventThatDiffersIsNamed() throws Exception {
        Scenario scenario = Checked.read(Drawn.text(11, 0, Budget.ANY));
        assertThat(Twice.where(run(scenario, 1), run(scenario, 2))).contains("the first event that differs is number ");
    }
}
