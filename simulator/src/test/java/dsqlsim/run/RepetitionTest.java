package dsqlsim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dsqlsim.report.ResultJson;
import dsqlsim.report.RunResult;
import dsqlsim.report.RunVerdict;
import dsqlsim.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepetitionTest {
    private final Scenario scenario = Small.scenario();

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() throws InterruptedException {
        String alone = ResultJson.write(new Repetition(7, this::trial, null).run(1));
        String together = ResultJson.write(new Repetition(7, this::trial, null).run(4));
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void allButTheScalarsIsOfReplicationZero() throws InterruptedException {
        RunResult first = trial(0).result();
        RunResult all = new Repetition(3, this::trial, null).run(2);
        assertThat(all.run()).isEqualTo(first.run());
        assertThat(all.workloads()).isEqualTo(first.workloads());
        assertThat(all.replications().count()).isEqualTo(3);
    }

    @Test
    void replicationsDiffer() {
        assertThat(trial(1).result().run().fingerprint())
                .isNotEqualTo(trial(0).result().run().fingerprint());
        assertThat(Experiment.seedOf(1, 0)).isEqualTo(1);
        assertThat(Experiment.seedOf(1, 5)).isNotNegative().isNotEqualTo(Experiment.seedOf(2, 5));
    }

    @Test
    void aViolationInAnyReplicationIsOneOfTheRun() throws InterruptedException {
        RunResult all = new Repetition(3, r -> r == 2 ? violated(trial(2)) : trial(r), null).run(2);
        assertThat(all.verdict()).isEqualTo(RunVerdict.VIOLATED);
        assertThat(all.warnings())
                .anySatisfy(
                        warning -> assertThat(warning).contains("replication 2 ", "--seed " + Experiment.seedOf(1, 2)));
    }

    @Test
    void aMistakeInAReplicationIsToldAsItWas() {
        IllegalStateException mistake = new IllegalStateException("broken on purpose");
        Repetition repetition = new Repetition(
                3,
                r -> {
                    throw mistake;
                },
                null);
        assertThatThrownBy(() -> repetition.run(2)).isSameAs(mistake);
    }

    @Test
    void progressEndsWithTheWhole() throws InterruptedException {
        List<Double> shares = Collections.synchronizedList(new ArrayList<>());
        new Repetition(4, this::trial, shares::add).run(2);
        assertThat(shares).containsExactlyInAnyOrder(0.25, 0.5, 0.75, 1.0);
    }

    private static Trial violated(Trial trial) {
        RunResult result = trial.result();
        return new Trial(
                result.with(result.run(), RunVerdict.VIOLATED, result.replications(), result.warnings()),
                trial.scalars());
    }

    private Trial trial(int replication) {
        return Small.trial(scenario, Experiment.seedOf(1, replication), Options.STANDARD);
    }
}
