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
import dsqlsim.txn.Version;
import org.junit.jupiter.api.Test;

class SnapshotIsolationTest {
    private final SnapshotIsolation checker = new SnapshotIsolation(new RowHistory(), false);

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
        assertFound("G1a");
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

    @Test
    void namesReadSkew() {
        entry(1, 1, 10, 1, 2);
        checker.ended(reads(9, 15, new int[] {1, 2}, version(10, 1), null));
        assertFound("G-single");
    }

    @Test
    void namesALongFork() {
        entry(1, 1, 10, 1);
        checker.ended(wrote(1, 5, 10, 12, 1));
        entry(2, 2, 11, 2);
        checker.ended(wrote(2, 6, 11, 13, 2));
        checker.ended(reads(9, 15, new int[] {1, 2}, null, version(11, 2)));
        assertFound("long-fork");
    }

    @Test
    void namesAReadOfWhatItsWriterCommittedOtherwise() {
        entry(1, 1, 10, 1);
        checker.ended(read(9, 1, 15, 16, 1, version(12, 1)));
        assertFound("G1b");
    }

    @Test
    void namesCircularInformationFlow() {
        Attempt attempt = new Attempt(1, new Plan(0, 0, new int[] {2, 1}, 1, 0, true, 1, 0), 1, 0, 5, 5);
        attempt.start = 5;
        attempt.commit = 10;
        attempt.answered = 2;
        attempt.read[0] = version(20, 2);
        entry(1, 1, 10, 1);
        entry(2, 2, 20, 1, 2);
        checker.ended(History.end(attempt, Outcome.COMMITTED, 25));
        assertFound("G1c");
    }

    @Test
    void namesADirtyWrite() {
        entry(1, 1, 10, 1);
        entry(2, 2, 11, 1);
        entry(3, 1, 12, 1);
        assertFound("G0");
    }

    @Test
    void countsWriteSkewAndAllowsIt() {
        skew(checker);
        assertThat(checker.findings().result("x", true).anomalies()).containsEntry("write-skew (allowed)", 1L);
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.OK);
    }

    @Test
    void writeSkewIsNotSerializable() {
        SnapshotIsolation strict = new SnapshotIsolation(new RowHistory(), true);
        skew(strict);
        assertThat(strict.findings().anomalies()).containsOnlyKeys("G2-item");
    }

    @Test
    void saysThatItDoesNotKnowWhatIsTooOld() {
        long later = 2 * RowHistory.KEPT_NANOS;
        checker.ended(wrote(1, 5, 10, 12, 1));
        checker.ended(wrote(2, 15, 20, 22, 1));
        checker.ended(wrote(3, 25, 30, 32, 1));
        for (int i = 0; i < 9; i++) {
            checker.ended(wrote(4 + i, later + 10L * i, later + 10L * i + 5, later + 10L * i + 6, 2));
        }
        checker.ended(read(90, 1, 15, later + 99, 1, version(10, 1)));
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.UNKNOWN);
    }

    /** Each reads what the other writes. */
    private static void skew(SnapshotIsolation checker) {
        for (int id = 1; id <= 2; id++) {
            Attempt attempt = new Attempt(id, new Plan(0, 0, new int[] {id, 3 - id}, 1, 0, true, 1, 0), 1, 0, 5, 5);
            attempt.start = 5;
            attempt.commit = 10 + id;
            attempt.answered = 2;
            checker.ended(History.end(attempt, Outcome.COMMITTED, 20));
        }
    }

    private static Attempt reads(long id, long start, int[] rows, Version... seen) {
        Attempt attempt = new Attempt(id, new Plan(0, 0, rows, rows.length, 0, false, 1, 0), 1, 0, start, start);
        attempt.start = start;
        attempt.answered = rows.length;
        System.arraycopy(seen, 0, attempt.read, 0, seen.length);
        return History.end(attempt, Outcome.COMMITTED, start + 1);
    }

    private void entry(long sequence, long attempt, long timestamp, int... rows) {
        checker.delivered(0, 0, sequence, timestamp, attempt, rows, timestamp);
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
