package dsqlsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipfTest {
    private static final int DRAWS = 400_000;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.99, 1, 1.5, 3})
    void ranksFollowTheLaw(double skew) {
        follows(Zipf.of(1000, skew), skew);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.99, 1, 1.0000000001, 1.5, 3})
    void ranksFollowTheLawWithoutATableToo(double skew) {
        follows(new RejectionInversion(1000, skew), skew);
    }

    private static void follows(Zipf zipf, double skew) {
        int[] counts = new int[1001];
        for (int i = 0; i < DRAWS; i++) {
            counts[(int) zipf.rank(Randomness.key(7, i))]++;
        }
        double sum = 0;
        for (int r = 1; r <= 1000; r++) {
            sum += Math.pow(r, -skew);
        }
        double seen = 0;
        double law = 0;
        double distance = 0;
        for (int r = 1; r <= 1000; r++) {
            seen += (double) counts[r] / DRAWS;
            law += Math.pow(r, -skew) / sum;
            distance = Math.max(distance, Math.abs(seen - law));
        }
        assertThat(distance).isLessThan(1.9495 / Math.sqrt(DRAWS));
        double first = 1 / sum;
        assertThat((double) counts[1] / DRAWS).isCloseTo(first, within(4 * Math.sqrt(first * (1 - first) / DRAWS)));
    }

    @Test
    void aHundredMillionRanks() {
        Zipf zipf = Zipf.of(100_000_000, 0.99);
        int first = 0;
        long last = 0;
        for (int i = 0; i < DRAWS; i++) {
            long rank = zipf.rank(Randomness.key(7, i));
            first += rank == 1 ? 1 : 0;
            last = Math.max(last, rank);
        }
        // The sum of r^-0.99 to 10^8, by Euler and Maclaurin.
        double p = 1 / 20.802930490;
        assertThat((double) first / DRAWS).isCloseTo(p, within(4 * Math.sqrt(p / DRAWS)));
        assertThat(last).isBetween(99_000_000L, 100_000_000L);
    }

    @Test
    void onlyRankOneWhereThereIsOneRank() {
        for (double skew : new double[] {0, 1, 2}) {
            assertThat(Zipf.of(1, skew).rank(-1)).isEqualTo(1);
        }
    }

    @Test
    void anAliasTableIsExactDownToItsResolution() {
        double[] weights = {0.5, 0, 3, 1, 7, 0.001};
        AliasTable table = new AliasTable(weights);
        int n = 1 << 20;
        double[] seen = new double[weights.length];
        for (int i = 0; i < n; i++) {
            seen[table.draw((long) i << 44)] += 11.501 / n;
        }
        assertThat(seen).containsExactly(weights, within(1e-4));
    }

    @Test
    void drawsNeverChange() {
        assertThat(Zipf.of(1000, 0.99).rank(0x2123456789ABCDEFL)).isEqualTo(129);
        assertThat(Zipf.of(100_000_000, 0.99).rank(0x2123456789ABCDEFL)).isEqualTo(10_360_656);
    }
}
