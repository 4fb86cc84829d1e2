package dsqlsim.architecture.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConflictTableTest {
    private final ConflictTable table = new ConflictTable(4);

    @Test
    void aRowNobodyWroteHasNoCommit() {
        assertThat(table.last(3)).isEqualTo(-1);
        assertThat(table.last(2_000_000_003)).isEqualTo(-1);
        table.record(7, 0);
        assertThat(table.last(7)).isZero();
        assertThat(table.last(3)).isEqualTo(-1);
    }

    @Test
    void theLatestCommitStandsInWhateverOrderTheyAreNoted() {
        table.record(40_003, 20);
        table.record(40_003, 10);
        assertThat(table.last(40_003)).isEqualTo(20);
        table.record(40_003, 30);
        assertThat(table.last(40_003)).isEqualTo(30);
    }

    @Test
    void anAppendThatWasNotDecidedIsTakenBack() {
        table.record(3, 10);
        long before = table.last(3);
        table.record(3, 20);
        table.set(3, before);
        assertThat(table.last(3)).isEqualTo(10);
        table.record(7, 5);
        table.set(7, -1);
        assertThat(table.last(7)).isEqualTo(-1);
    }
}
