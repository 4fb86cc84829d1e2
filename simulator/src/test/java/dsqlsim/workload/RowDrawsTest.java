package dsqlsim.workload;

import static dsqlsim.workload.Laboratory.open;
import static dsqlsim.workload.Laboratory.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Randomness;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowDrawsTest {
    private static final KeyTable TABLE = new KeyTable("main", 100, 100_000);

    @Property(tries = 200)
    void rowsAreDistinctAndInTheirTable(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int space,
            @ForAll @IntRange(min = 0, max = 60) int reads,
            @ForAll @IntRange(min = 0, max = 60) int writes,
            @ForAll @DoubleRange(min = 0, max = 5) double skew) {
        int rows = Math.max(1, Math.min(space, reads + writes));
        TransactionSpec transaction = TransactionSpec.of("t", Math.min(reads, rows), rows - Math.min(reads, rows));
        int[] drawn = draws(KeysSpec.zipf("main", space, skew), transaction, new HotKeys(space))
                .draw(transaction, seed);
        assertThat(drawn).hasSize(rows).doesNotHaveDuplicates();
        assertThat(Arrays.stream(drawn)).allMatch(row -> row >= 100 && row < 100 + space);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.99, 1, 1.5})
    void zipfWeighsRanksByTheirInversePower(double skew) {
        int space = 50;
        int draws = 200_000;
        int[] counts = new int[space];
        Ranks ranks = Ranks.of(KeysSpec.zipf("main", space, skew));
        for (int i = 0; i < draws; i++) {
            counts[ranks.rank(Randomness.key(42, i))]++;
        }
        double all = 0;
        for (int rank = 1; rank <= space; rank++) {
            all += Math.pow(rank, -skew);
        }
        double chiSquare = 0;
        for (int rank = 1; rank <= space; rank++) {
            double expected = draws * Math.pow(rank, -skew) / all;
            chiSquare += (counts[rank - 1] - expected) * (counts[rank - 1] - expected) / expected;
        }
        // 49 degrees of freedom: beyond 94 once in 10 000.
        assertThat(chiSquare).isLessThan(94);
    }

    @Test
    void hotspotGivesItsShareToTheHotRows() {
        Ranks ranks = Ranks.of(KeysSpec.hotspot("main", 1000, 0.8, 10));
        int hot = 0;
        int first = 0;
        for (int i = 0; i < 100_000; i++) {
            int rank = ranks.rank(Randomness.key(3, i));
            hot += rank < 10 ? 1 : 0;
            first += rank == 0 ? 1 : 0;
        }
        assertThat(hot / 1e5).isCloseTo(0.8, within(0.0051));
        assertThat(first / 1e5).isCloseTo(0.08, within(0.0035));
    }

    @Test
    void writesGoToExactlyTheShardsAskedFor() {
        TransactionSpec transaction = new TransactionSpec("t", 1, 2, 7, 1, true, Distribution.ZERO, 0, 3);
        RowDraws draws = draws(KeysSpec.uniform("main", 5000), transaction, new HotKeys(5000));
        for (int i = 0; i < 500; i++) {
            int[] rows = draws.draw(transaction, Randomness.key(9, i));
            int[] perShard = new int[8];
            Arrays.stream(rows, 2, 9).forEach(row -> perShard[row % 8]++);
            assertThat(Arrays.stream(perShard).filter(n -> n > 0).sorted()).containsExactly(2, 2, 3);
            assertThat(rows).doesNotHaveDuplicates();
        }
    }

    @Test
    void moreShardsThanThereAreIsRefused() {
        TransactionSpec transaction = new TransactionSpec("t", 1, 0, 9, 1, true, Distribution.ZERO, 0, 9);
        RowDraws draws = draws(KeysSpec.uniform("main", 5000), transaction, new HotKeys(5000));
        assertThatThrownBy(() -> draws.draw(transaction, 1)).hasMessageContaining("shards");
    }

    @Test
    void moreRowsThanThereAreIsRefused() {
        TransactionSpec transaction = TransactionSpec.of("t", 4, 4);
        assertThatThrownBy(() -> draws(KeysSpec.uniform("main", 7), transaction, new HotKeys(7)))
                .hasMessageContaining("more rows than its space");
    }

    @Test
    void hotKeysMoveTheirShareAndNothingElse() {
        TransactionSpec transaction = TransactionSpec.of("t", 1, 0);
        HotKeys hotKeys = new HotKeys(100_000);
        RowDraws draws = draws(KeysSpec.uniform("main", 100_000), transaction, hotKeys);
        int[] usual = sample(draws, transaction);
        Runnable heal = hotKeys.begin(0.3, 5);
        int[] hot = sample(draws, transaction);
        heal.run();
        assertThat(sample(draws, transaction)).isEqualTo(usual);
        int moved = 0;
        for (int i = 0; i < usual.length; i++) {
            if (hot[i] != usual[i]) {
                assertThat(hot[i]).isBetween(100, 104);
                moved++;
            }
        }
        assertThat(moved / (double) usual.length).isCloseTo(0.3, within(0.013));
    }

    @Test
    void oneHotKeyStillGivesDistinctRows() {
        TransactionSpec transaction = TransactionSpec.of("t", 0, 4);
        HotKeys hotKeys = new HotKeys(1000);
        RowDraws draws = draws(KeysSpec.uniform("main", 1000), transaction, hotKeys);
        hotKeys.begin(1, 1);
        assertThat(draws.draw(transaction, 5)).containsExactly(100, 101, 102, 103);
    }

    @Test
    void tablesAreSharedByNameAndLieSideBySide() {
        Keyspace keyspace = Keyspace.of(List.of(
                workload("a", open(1)).keys(KeysSpec.uniform("main", 10)).build(),
                workload("b", open(1)).keys(KeysSpec.uniform("other", 5)).build(),
                workload("c", open(1)).keys(KeysSpec.uniform("main", 20)).build()));
        assertThat(keyspace.rows()).isEqualTo(25);
        assertThat(keyspace.table("main")).isEqualTo(new KeyTable("main", 0, 20));
        assertThat(keyspace.table("other")).isEqualTo(new KeyTable("other", 20, 5));
        assertThat(keyspace.label(22)).isEqualTo("other/2");
    }

    private static RowDraws draws(KeysSpec keys, TransactionSpec transaction, HotKeys hotKeys) {
        WorkloadSpec spec =
                workload("w", open(1)).keys(keys).transactions(transaction).build();
        return new RowDraws(TABLE, spec, Ranks.of(spec.keys()), hotKeys, row -> row % 8);
    }

    private static int[] sample(RowDraws draws, TransactionSpec transaction) {
        int[] rows = new int[20_000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = draws.draw(transaction, Randomness.key(11, i))[0];
        }
        return rows;
    }
}
