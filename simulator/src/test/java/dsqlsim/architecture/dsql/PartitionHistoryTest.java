package dsqlsim.architecture.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PartitionHistoryTest {
    private final PartitionHistory history = new PartitionHistory(Rows.layout(Map.of()), 0);
    private final PartitionHistory.Cursor one = history.begin();
    private final PartitionHistory.Cursor other = history.begin();

    private static Entry entry(int number, int... rows) {
        return Rows.entry(1, number, 10L * number, rows);
    }

    @Test
    void replicasThatAppliedTheSameShareTheirVersions() {
        Entry first = entry(1, 5, 70);
        one.apply(first);
        other.apply(first);
        assertThat(one.asOf(5, 10).writer).isEqualTo(first.attempt);
        assertThat(other.asOf(5, 10)).isSameAs(one.asOf(5, 10));
        assertThat(other.asOf(70, 9)).isNull();
    }

    @Test
    void aReplicaThatIsBehindReadsAsOfItsOwnTime() {
        Entry first = entry(1, 5);
        one.apply(first);
        one.apply(entry(2, 5));
        other.apply(first);
        assertThat(other.asOf(5, 10).timestamp).isEqualTo(10);
        assertThat(one.asOf(5, 20).timestamp).isEqualTo(20);
    }

    @Test
    void aReplicaThatMissesAnEntryDoesNotShowIt() {
        Entry first = entry(1, 5, 6);
        Entry missed = entry(2, 5);
        Entry third = entry(3, 6);
        one.apply(first);
        one.apply(missed);
        one.apply(third);
        other.apply(first);
        other.apply(third);
        assertThat(other.asOf(5, 100).timestamp).isEqualTo(10);
        assertThat(other.asOf(6, 100).timestamp).isEqualTo(30);
        assertThat(other.asOf(6, 29).timestamp).isEqualTo(10);
        assertThat(one.asOf(5, 100).timestamp).isEqualTo(20);
        assertThat(one.asOf(6, 100).timestamp).isEqualTo(30);
    }

    @Test
    void aReplacementGoesOnFromACopy() {
        Entry first = entry(1, 5);
        one.apply(first);
        PartitionHistory.Cursor replacement = one.copy();
        Entry second = entry(2, 5);
        replacement.apply(second);
        one.apply(second);
        assertThat(replacement.asOf(5, 20)).isSameAs(one.asOf(5, 20));
        assertThat(replacement.asOf(5, 10).timestamp).isEqualTo(10);
    }

    @Test
    void aReplicaFarBehindStillAppliesWhatTheOthersDid() {
        Entry[] all = new Entry[3_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = entry(i + 1, i % 200);
            one.apply(all[i]);
        }
        for (int i = 0; i < all.length; i++) {
            other.apply(all[i]);
            assertThat(other.asOf(i % 200, all[i].timestamp).writer).isEqualTo(all[i].attempt);
        }
        for (int row = 0; row < 200; row++) {
            assertThat(other.asOf(row, 1_000_000)).isSameAs(one.asOf(row, 1_000_000));
        }
    }
}
