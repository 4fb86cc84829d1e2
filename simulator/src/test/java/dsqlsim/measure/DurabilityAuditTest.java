package dsqlsim.measure;

import static dsqlsim.measure.Run.MS;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import dsqlsim.txn.Survivors;
import org.junit.jupiter.api.Test;

class DurabilityAuditTest {
    /** Journals that keep the last 50 entries of {@code written}, and one commit that is gone or out of reach. */
    private static final class Journals implements Survivors {
        long written;
        long odd = -1;
        Found oddly = Found.LOST;
        long lookUps;

        @Override
        public Found find(long attempt, int journal, long sequence, long commit, Plan plan) {
            lookUps++;
            return sequence == odd ? oddly : Found.PRESENT;
        }

        @Override
        public boolean retains(int journal, long sequence) {
            return sequence > written - 50;
        }
    }

    private final Journals journals = new Journals();
    private final DurabilityAudit audit = new DurabilityAudit(2, journals);

    @Test
    void looksEveryCommitUpAndKeepsOnlyWhatJournalsRetain() {
        for (int i = 0; i < 100_000; i++) {
            acknowledge(i);
            assertThat(audit.kept()).isLessThan(100);
        }
        audit.finish();
        assertThat(journals.lookUps).isEqualTo(100_000);
        assertThat(audit.examined()).isEqualTo(100_000);
        assertThat(audit.lost()).isZero();
        assertThat(audit.evidence()).isNull();
    }

    @Test
    void chargesALossOnceAndToTheFaultBeingAudited() {
        acknowledge(1);
        audit.injected(0, 10 * MS);
        acknowledge(20);
        journals.odd = 20;
        audit.recovered(0);
        audit.injected(1, 30 * MS);
        audit.finish();
        assertThat(audit.loss(0).count()).isEqualTo(1);
        assertThat(audit.loss(0).seconds()).isZero();
        assertThat(audit.loss(1).count()).isZero();
        assertThat(audit.evidence()).contains("acknowledged at 0.020000 s");
    }

    @Test
    void countsFromTheEarliestLostAcknowledgementToTheInjection() {
        acknowledge(4);
        audit.injected(0, 10 * MS);
        journals.odd = 4;
        audit.finish();
        assertThat(audit.loss(0).seconds()).isEqualTo(0.006);
    }

    @Test
    void tellsOutOfReachFromLost() {
        acknowledge(4);
        audit.injected(0, 10 * MS);
        journals.odd = 4;
        journals.oddly = Survivors.Found.UNAVAILABLE;
        audit.recovered(0);
        journals.oddly = Survivors.Found.PRESENT;
        audit.finish();
        assertThat(audit.lost()).isZero();
        assertThat(audit.loss(0).point(Run.plan(1, 0), row -> "k").unavailable())
                .isEqualTo(1);
    }

    @Test
    void passesOverWhatWroteNothing() {
        Attempt read = new Attempt(1, new Plan(0, 0, new int[] {1}, 1, 0, false, 1, 0), 1, 0, 0, 0);
        read.outcome = Outcome.COMMITTED;
        audit.ended(read);
        audit.finish();
        assertThat(audit.examined()).isZero();
    }

    private void acknowledge(long number) {
        Attempt attempt = new Attempt(number, Run.write(1), 1, 0, 0, 0);
        attempt.outcome = Outcome.COMMITTED;
        attempt.endedAt = number * MS;
        attempt.journal = 0;
        attempt.sequence = number;
        attempt.commit = number * MS;
        journals.written = Math.max(journals.written, number);
        audit.ended(attempt);
    }
}
