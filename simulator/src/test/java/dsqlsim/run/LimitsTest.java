package dsqlsim.run;

import static dsqlsim.run.Told.ONE_REGION;
import static dsqlsim.run.Told.run;
import static dsqlsim.run.Told.safe;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.RunResult;
import org.junit.jupiter.api.Test;

/** Transactions that are too large or too old are refused, by whoever notices. */
class LimitsTest {
    @Test
    void aTransactionThatGrewTooOldOnItsWayIsRefusedByTheLeader() {
        RunResult result = safe(run(
                ONE_REGION,
                "settings.limits.transaction-age=300ms",
                "faults=[{id: still, at: 3s, for: 400ms, pause: {role: adjudicator}}]"));
        assertThat(result.workloads().get(0).attempts().aborted().limit()).isPositive();
    }

    @Test
    void nobodyIsRefusedOtherwise() {
        RunResult result = safe(run(ONE_REGION, "settings.limits.transaction-age=300ms"));
        assertThat(result.workloads().get(0).attempts().aborted().limit()).isZero();
    }
}
