package dsqlsim.run;

import static dsqlsim.run.Told.ONE_REGION;
import static dsqlsim.run.Told.run;
import static dsqlsim.run.Told.safe;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.RunResult;
import org.junit.jupiter.api.Test;

/** What slow or cut links between zones may cost, and what not. */
class SlowLinksTest {
    /** Each grant of 60 ms has used up 40 when it comes: what is left must still hold a commit. */
    @Test
    void aLeaderWhoseGrantsComeLateLeadsLessAndGoesOnCommitting() {
        RunResult result = safe(
                run(ONE_REGION, "faults=[{id: slow, at: 2s, for: 5s, impair: {isolate: [us-east-1a], delay: 20ms}}]"));
        assertThat(result.workloads().get(0).availability()).isGreaterThan(0.96);
    }

    /** Its standbys do not hear the leader, all others do: they stand in vain, and ever more rarely. */
    @Test
    void aStandbyThatIsCutOffFromTheLeaderAloneGetsPatient() {
        RunResult result = safe(run(
                ONE_REGION,
                "duration=30s",
                "faults=[{id: cut, at: 2s, for: 27s, partition: {between: [us-east-1a, us-east-1b]}}]"));
        long candidacies = result.events().stream()
                .filter(each -> each.type().equals("candidacy"))
                .count();
        assertThat(candidacies).isBetween(10L, 2L * 27_000 / 200);
    }
}
