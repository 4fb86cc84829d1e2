package dsqlsim.check;

import static dsqlsim.check.History.verdict;
import static dsqlsim.check.History.wrote;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.SafetyVerdict;
import dsqlsim.txn.Outcome;
import org.junit.jupiter.api.Test;

class AtomicityTest {
    private final Atomicity checker = new Atomicity();

    @Test
    void acceptsTheSameWritesEverywhere() {
        checker.delivered(0, 0, 1, 10, 1, new int[] {1, 2}, 11);
        checker.ended(wrote(1, 5, 10, 12, 2, 1));
        checker.delivered(1, 0, 1, 10, 1, new int[] {1, 2}, 13);
        checker.ended(History.end(wrote(2, 5, -1, 12, 1), Outcome.ABORTED_OCC_DATA, 12));
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.OK);
    }

    @Test
    void findsAPart() {
        checker.ended(wrote(1, 5, 10, 12, 1, 2));
        checker.delivered(1, 0, 1, 10, 1, new int[] {1}, 13);
        assertThat(checker.findings().anomalies()).containsOnlyKeys("partial");
    }

    @Test
    void findsASecondEffect() {
        checker.delivered(0, 0, 1, 10, 1, new int[] {1}, 13);
        checker.delivered(0, 0, 2, 11, 1, new int[] {1}, 13);
        assertThat(checker.findings().anomalies()).containsOnlyKeys("partial");
    }

    @Test
    void findsWhatWasRefused() {
        checker.delivered(1, 0, 1, 10, 1, new int[] {1}, 13);
        checker.ended(History.end(wrote(1, 5, 10, 12, 1), Outcome.ABORTED_OCC_DATA, 14));
        checker.ended(History.end(wrote(2, 5, 10, 12, 1), Outcome.FAILED_TIMEOUT, 14));
        checker.delivered(1, 0, 2, 12, 2, new int[] {1}, 15);
        assertThat(checker.findings().anomalies()).containsEntry("aborted-visible", 2L);
    }

    @Test
    void forgetsWhatIsLongAgo() {
        for (int i = 0; i < 300_000; i++) {
            checker.delivered(0, 0, i, i, i, new int[] {1}, i);
        }
        checker.delivered(1, 0, 1, 99, 1, new int[] {1}, 300_000);
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.OK);
    }
}
