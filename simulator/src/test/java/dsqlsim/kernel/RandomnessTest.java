package dsqlsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RandomnessTest {
    @Test
    void theFirstValuesNeverChange() {
        // SplitMix64 with state 0 begins so, in every implementation.
        assertThat(Randomness.mix(0x9E3779B97F4A7C15L)).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(Randomness.mix(2 * 0x9E3779B97F4A7C15L)).isEqualTo(0x6E789E6AA1B965F4L);
    }

    @Test
    void uniformIsAtLeastZeroAndBelowOne() {
        assertThat(Randomness.uniform(0)).isZero();
        assertThat(Randomness.uniform(-1)).isEqualTo(1 - 0x1.0p-53).isLessThan(1);
    }

    @Test
    void belowCoversItsRangeEvenly() {
        int[] counts = new int[10];
        for (int i = 0; i < 100_000; i++) {
            counts[(int) Randomness.below(Randomness.key(5, i), 10)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(9_600, 10_400);
        }
        assertThat(Randomness.below(-1, 1L << 61)).isEqualTo((1L << 61) - 1);
        assertThat(Randomness.below(0, 10)).isZero();
    }

    @Test
    void streamsOfDifferentNamesAreUncorrelated() {
        int n = 100_000;
        double sum = 0;
        long network = Randomness.key(101, "network");
        long clients = Randomness.key(101, "clients");
        for (int i = 0; i < n; i++) {
            double x = Randomness.uniform(Randomness.key(network, i)) - 0.5;
            double y = Randomness.uniform(Randomness.key(clients, i)) - 0.5;
            sum += x * y;
        }
        assertThat(Math.abs(sum / n * 12)).isLessThan(4 / Math.sqrt(n));
    }

    @Test
    void shortNamesDoNotCollide() {
        assertThat(Randomness.key(1, "Aa")).isNotEqualTo(Randomness.key(1, "BB"));
    }
}
