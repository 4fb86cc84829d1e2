package dsqlsim.check;

import static dsqlsim.check.History.read;
import static dsqlsim.check.History.verdict;
import static dsqlsim.check.History.version;
import static dsqlsim.check.History.wrote;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.SafetyVerdict;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import org.junit.jupiter.api.Test;

class SnapshotIsolationTest {
    private final SnapshotIsolation checker = new SnapshotIsolation(new RowHistory());

    @Test
    void acceptsWritersAndReadersInTheOrderOfTheirSnapshots() {
        checker.ended(read(9, 1, 5, 6, 1, null));
        deliver(1, 1, 10);
        checker.ended(wrote(1, 5, 10, 12, 1));
        checker.ended(read(10, 11, 11, 13, 1, version(10, 1)));
        deliver(2, 2, 20);
        checker.ended(read(11, 12, 12, 14, 1, version(10, 1)));
        checker.ended(wrote(2, 15, 20, 22, 1));
        checker.ended(read(12, 21, 25, 26, 1, version(20, 2)));
        assertThat(checker.findings().anomalies()).isEmpty();
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.OK);
    }

    @Test
    void findsTwoWritersThatOverlap() {
        checker.ended(wrote(1, 5, 10, 12, 1));
        checker.ended(wrote(2, 8, 20, 22, 1));
        assertFound("lost-update");
    }

    @Test
    void findsThemWhateverTheOrderOfTheirAcknowledgements() {
        checker.ended(wrote(2, 8, 20, 22, 1));
        checker.ended(wrote(1, 5, 10, 23, 1));
        assertFound("lost-update");
    }

    @Test
    void allowsWriteSkew() {
        checker.ended(wrote(1, 5, 10, 12, 1));
        checker.ended(wrote(2, 5, 11, 12, 2));
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.OK);
    }

    @Test
    void findsAReadThatMissesACommitBelowItsSnapshot() {
        deliver(1, 1, 10);
        checker.ended(read(9, 11, 15, 16, 1, null));
        assertFound("stale-read");
    }

    @Test
    void findsAReadAheadOfItsSnapshot() {
        deliver(1, 1, 10);
        checker.ended(read(9, 1, 5, 16, 1, version(10, 1)));
        assertFound("future-read");
    }

    @Test
    void findsAReadOfWhatWasNeverCommitted() {
        deliver(1, 1, 10);
        checker.ended(read(9, 1, 15, 16, 1, version(12, 7)));
        assertFound("aborted-read");
    }

    @Test
    void findsACommitThatComesTooLateForAnAnsweredRead() {
        deliver(1, 1, 10);
        checker.ended(read(9, 1, 15, 16, 1, version(10, 1)));
        deliver(2, 2, 14);
        assertFound("late-commit");
    }

    @Test
    void findsAConflictWithARowReadForUpdate() {
        Attempt attempt = new Attempt(3, new Plan(0, 0, new int[] {1, 2}, 1, 1, true, 1, 0), 1, 0, 5, 5);
        attempt.start = 5;
        attempt.commit = 20;
        deliver(1, 1, 10);
        checker.ended(History.end(attempt, Outcome.COMMITTED, 25));
        assertFound("for-update-ignored");
    }

    private void deliver(long sequence, long attempt, long timestamp) {
        checker.delivered(0, 0, sequence, timestamp, attempt, new int[] {1}, timestamp);
        checker.delivered(1, 0, sequence, timestamp, attempt, new int[] {1}, timestamp);
    }

    private void assertFound(String anomaly) {
        assertThat(checker.findings().anomalies()).containsOnlyKeys(anomaly).containsValue(1L);
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.VIOLATED);
    }
}
