package dsqlsim.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
    private final Plan plan = Run.write(1);
    private final Duplicates duplicates = new Duplicates();

    @Test
    void countsAnUnknownAttemptThatTookEffectBeforeItsRetryDid() {
        Attempt first = attempt(1, 1);
        duplicates.delivered(0, 5, 1);
        duplicates.ended(end(first, Outcome.UNKNOWN));
        Attempt second = attempt(2, 2);
        duplicates.delivered(0, 6, 2);
        duplicates.ended(end(second, Outcome.COMMITTED));
        assertThat(duplicates.finished(second, true)).isEqualTo(1);
    }

    @Test
    void countsNothingWhenTheUnknownAttemptHadNoEffect() {
        duplicates.ended(end(attempt(1, 1), Outcome.UNKNOWN));
        Attempt second = attempt(2, 2);
        duplicates.ended(end(second, Outcome.COMMITTED));
        assertThat(duplicates.finished(second, true)).isZero();
    }

    @Test
    void countsNothingWhenTheClientStopped() {
        Attempt only = attempt(1, 1);
        duplicates.delivered(0, 5, 1);
        duplicates.ended(end(only, Outcome.UNKNOWN));
        assertThat(duplicates.finished(only, false)).isZero();
    }

    private Attempt attempt(long id, int number) {
        Attempt attempt = new Attempt(id, plan, number, 0, 0, 0);
        duplicates.started(attempt);
        return attempt;
    }

    private static Attempt end(Attempt attempt, Outcome outcome) {
        attempt.outcome = outcome;
        return attempt;
    }
}
