package dsqlsim.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.Diff;
import dsqlsim.report.MetricDifference;
import dsqlsim.report.ResultJson;
import dsqlsim.report.TransactionChanges;
import dsqlsim.run.Options;
import dsqlsim.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuelTest {
    @Test
    void aTwinIsAskedTheSameAndFaresTheSameUntilTheFault() throws InterruptedException {
        Duel duel = twin(Tiny.scenario(), "crash", 1);
        assertThat(duel.second().run().workloadFingerprint())
                .isEqualTo(duel.first().run().workloadFingerprint());
        assertThat(duel.diff().firstEvent().at()).isEqualTo(2.0);
        TransactionChanges changes = duel.diff().transactions();
        assertThat(changes.onlyA() + changes.onlyB()).isZero();
        assertThat(changes.worst())
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(each.offered()).as("nobody suffers before").isGreaterThan(1.0));
    }

    @Test
    void everyTransactionIsCountedOnce() throws InterruptedException {
        TransactionChanges changes = twin(Tiny.scenario(), "crash", 1).diff().transactions();
        assertThat(changes.gaveUp()
                        + changes.rescued()
                        + changes.aborted()
                        + changes.failed()
                        + changes.delayed()
                        + changes.hastened()
                        + changes.same())
                .isEqualTo(changes.matched());
    }

    /** Another fault's draws do not depend on the one that is left out. */
    @Test
    void otherFaultsDrawTheSame() throws InterruptedException {
        Scenario impaired = Tiny.scenario(
                "faults.crash={id: crash, at: 2s, for: 100ms, impair: {between: [[us-east-1], [us-east-2]], delay: 0ms,"
                        + " share: 50%}}");
        Duel duel = twin(impaired, "crash", 1);
        assertThat(duel.second().faults()).hasSize(1);
        assertThat(duel.diff().transactions().gaveUp()).isZero();
    }

    @Test
    void surgesAreOfferedInOneAlone() throws InterruptedException {
        TransactionChanges changes = twin(Tiny.scenario(), "storm", 1).diff().transactions();
        assertThat(changes.onlyA()).isPositive();
    }

    @Test
    void replicationsArePaired() throws InterruptedException {
        Diff diff = twin(Tiny.scenario(), "crash", 3).diff();
        assertThat(diff.a().replications()).isEqualTo(3);
        MetricDifference latency = diff.metrics().stream()
                .filter(each -> each.name().equals("latency.commit.max"))
                .findFirst()
                .orElseThrow();
        assertThat(latency.interval().low()).isNotNull();
        assertThat(latency.difference()).isNegative();
    }

    @Test
    void theSameTwiceAndOnAnyNumberOfThreads() throws InterruptedException {
        Scenario scenario = Tiny.scenario();
        String once = ResultJson.text(twin(scenario, "crash", 2).diff());
        Duel again = Duel.ofTwin(entry(scenario), List.of("crash"), 2, Options.STANDARD, 1, null);
        assertThat(ResultJson.text(again.diff())).isEqualTo(once);
    }

    private static Duel twin(Scenario scenario, String without, int repeat) throws InterruptedException {
        return Duel.ofTwin(entry(scenario), List.of(without), repeat, Options.STANDARD, 2, null);
    }

    private static Duel.Entry entry(Scenario scenario) {
        return new Duel.Entry(scenario.name(), scenario, scenario.seed());
    }
}
