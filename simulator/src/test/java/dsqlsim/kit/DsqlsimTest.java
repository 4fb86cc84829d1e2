package dsqlsim.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DsqlsimTest {
    private static final Dsqlsim SMALL = Dsqlsim.yaml("""
            dsqlsim: 1
            duration: 5s
            topology: {architecture: dsql-single-region, regions: [us-east-1]}
            workload:
              - {name: orders, arrivals: 50/s, transactions: {reads: 1, writes: 1}, keys: {space: 20}}
            faults:
              - {id: first, at: 1s, for: 200ms, crash: {role: storage, zone: us-east-1a}}
            """);

    @Test
    void aScenarioIsRunAndAskedAbout() {
        SMALL.seed(3).run().hasNoViolation().meetsExpectations().hasCommitted("orders", 100);
    }

    @Test
    void faultsAndSettingsAreAdded() {
        Outcome outcome = SMALL.with("{id: second, at: 2s, for: 200ms, crash: {role: adjudicator-leader}}")
                .set("adjudicator.lease", "100ms")
                .run();
        assertThat(outcome.result().faults()).hasSize(2);
    }

    @Test
    void aFailureSaysHowToSeeItAgain() {
        Outcome wrong = SMALL.set("faults.planted-bug", "no-conflict-check").run();
        wrong.violates("snapshot-isolation");
        assertThatThrownBy(wrong::hasNoViolation)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("snapshot-isolation")
                .hasMessageContaining("--seed 1");
    }

    @Test
    void whatIsNotRightIsRefused() {
        assertThatThrownBy(() -> SMALL.set("duration", "soon").run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("duration");
    }
}
