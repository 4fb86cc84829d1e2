package dsqlsim.check;

import static dsqlsim.check.History.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.SafetyVerdict;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import org.junit.jupiter.api.Test;

class ConservationTest {
    private static final Plan PLAN = new Plan(0, 0, new int[] {1}, 0, 0, true, 1, 0);

    private final Conservation checker = new Conservation();

    @Test
    void acceptsWhatAddsUp() {
        checker.offered(0, 0, 1, PLAN, 10);
        Attempt attempt = attempt(1, 10);
        checker.offered(0, 0, 2, PLAN, 15);
        checker.offered(0, 0, 3, PLAN, 17);
        end(attempt, 1, 30);
        checker.finishedWithoutAttempt(3, 0, 0, PLAN, 17, 40);
        checker.finish(100);
        assertThat(checker.findings().anomalies()).isEmpty();
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.OK);
    }

    @Test
    void findsATransactionThatEndsTwice() {
        checker.offered(0, 0, 1, PLAN, 10);
        Attempt attempt = attempt(1, 10);
        end(attempt, 1, 30);
        end(attempt, 1, 31);
        checker.finish(100);
        assertThat(checker.findings().anomalies()).containsOnlyKeys("finished-unoffered", "ended-unstarted");
    }

    @Test
    void findsTimeThatIsMissing() {
        checker.offered(0, 0, 1, PLAN, 10);
        Attempt attempt = attempt(1, 12);
        end(attempt, 1, 30);
        checker.finish(100);
        assertThat(checker.findings().anomalies()).containsOnlyKeys("littles-law");
    }

    private Attempt attempt(long id, long offeredAt) {
        Attempt attempt = new Attempt(id, PLAN, 1, 0, offeredAt, offeredAt);
        checker.started(attempt);
        return attempt;
    }

    private void end(Attempt attempt, long transaction, long now) {
        attempt.endedAt = now;
        attempt.outcome = Outcome.COMMITTED;
        checker.ended(attempt);
        checker.finished(transaction, attempt, true, 1);
    }
}
