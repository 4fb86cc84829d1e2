package dsqlsim.check;

import static dsqlsim.check.History.read;
import static dsqlsim.check.History.verdict;
import static dsqlsim.check.History.version;
import static dsqlsim.check.History.wrote;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.SafetyVerdict;
import dsqlsim.txn.Attempt;
import org.junit.jupiter.api.Test;

class LinearizableReadsTest {
    private final RowHistory rows = new RowHistory();
    private final SnapshotIsolation writes = new SnapshotIsolation(rows, false);
    private final LinearizableReads checker = new LinearizableReads(rows);

    @Test
    void acceptsWhatSeesEverythingAcknowledgedBefore() {
        end(wrote(1, 5, 10, 12, 1));
        end(wrote(2, 15, 20, 30, 1));
        end(read(9, 13, 14, 16, 1, version(10, 1)));
        end(read(8, 29, 18, 31, 1, version(10, 1)));
        end(read(7, 31, 32, 33, 1, version(20, 2)));
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.OK);
        assertThat(checker.findings().result("x", true).examined()).isEqualTo(3);
    }

    @Test
    void findsAReadWithASnapshotInThePast() {
        end(wrote(1, 5, 10, 12, 1));
        end(read(9, 13, 8, 16, 1, null));
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.VIOLATED);
        assertThat(checker.findings().result("x", true).evidence().get(0))
                .contains("1 was acknowledged 0.000 ms before");
    }

    @Test
    void looksPastVersionsThatAreNotAcknowledged() {
        end(wrote(1, 5, 10, 12, 1));
        writes.delivered(0, 0, 7, 20, 2, new int[] {1}, 21);
        end(read(9, 22, 9, 23, 1, null));
        assertThat(verdict(checker)).isEqualTo(SafetyVerdict.VIOLATED);
    }

    private void end(Attempt attempt) {
        writes.ended(attempt);
        checker.ended(attempt);
    }
}
