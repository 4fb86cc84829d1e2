package dsqlsim.check;

import static dsqlsim.check.History.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.SafetyVerdict;
import org.junit.jupiter.api.Test;

class JournalChecksTest {
    private static final int[] ROW = {1};

    @Test
    void anEpochHasOneLeader() {
        OneLeaderPerEpoch checker = new OneLeaderPerEpoch();
        checker.leads(0, 1, 1, 0);
        checker.leads(0, 2, 2, 0);
        checker.leads(1, 3, 1, 0);
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.OK);
        checker.leads(0, 3, 1, 0);
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.VIOLATED);
    }

    @Test
    void timestampsRiseWithTheSequence() {
        MonotoneCommits checker = new MonotoneCommits();
        checker.appended(0, 1, 1, 10, 1, 0);
        checker.appended(0, 1, 2, 11, 2, 0);
        checker.appended(0, 2, 2, 15, 3, 0);
        checker.delivered(0, 0, 1, 10, 1, ROW, 0);
        checker.delivered(0, 0, 2, 15, 3, ROW, 0);
        checker.delivered(1, 0, 1, 10, 1, ROW, 0);
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.OK);
        checker.delivered(1, 0, 3, 15, 4, ROW, 0);
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.VIOLATED);
    }

    @Test
    void aLeaderAppendsInOrder() {
        MonotoneCommits checker = new MonotoneCommits();
        checker.appended(3, 1, 1, 10, 1, 0);
        checker.appended(3, 1, 2, 10, 2, 0);
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.VIOLATED);
    }

    @Test
    void promisesAreKeptWhereTheyWereGiven() {
        PromiseKept checker = new PromiseKept();
        checker.promised(0, 0, 9, 0);
        checker.delivered(0, 0, 1, 10, 1, ROW, 0);
        checker.promised(0, 0, 20, 0);
        checker.delivered(1, 0, 2, 15, 2, ROW, 0);
        checker.delivered(0, 1, 1, 15, 3, ROW, 0);
        checker.delivered(0, 0, 1, 10, 1, ROW, 0);
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.OK);
        checker.delivered(0, 0, 2, 20, 2, ROW, 0);
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.VIOLATED);
    }

    @Test
    void placesConverge() {
        Convergence checker = new Convergence();
        for (int i = 1; i < 40_000; i++) {
            checker.delivered(0, 0, i, i, i, ROW, 0);
        }
        for (int i = 1; i < 40_000; i++) {
            checker.delivered(1, 0, i, i, i, ROW, 0);
        }
        checker.restored(2, 0, 39_000, 0);
        checker.delivered(2, 0, 39_001, 39_001, 39_001, ROW, 0);
        checker.delivered(1, 0, 39_999, 39_999, 39_999, ROW, 0);
        assertThat(checker.findings().anomalies()).isEmpty();
        checker.delivered(2, 0, 39_002, 39_002, 7, ROW, 0);
        checker.delivered(2, 0, 39_005, 39_005, 39_005, ROW, 0);
        assertThat(checker.findings().anomalies()).containsOnlyKeys("diverged", "skipped");
    }

    @Test
    void thePlaceThatIsAheadSkipsNothing() {
        Convergence checker = new Convergence();
        checker.delivered(0, 0, 1, 1, 1, ROW, 0);
        checker.delivered(0, 0, 2, 2, 2, ROW, 0);
        checker.delivered(1, 0, 1, 1, 1, ROW, 0);
        checker.delivered(1, 0, 3, 3, 3, ROW, 0);
        assertThat(checker.findings().anomalies()).containsOnlyKeys("skipped");
    }

    @Test
    void clocksDoNotLie() {
        ClockBound checker = new ClockBound();
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.OK);
        checker.clockLied(3, 2_000_000, 1_000_000_000);
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.VIOLATED);
        assertThat(checker.findings().result("clock-bound", false).verdict()).isEqualTo(SafetyVerdict.NOT_PROMISED);
    }
}
