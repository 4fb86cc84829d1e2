package dsqlsim.workload;

import static dsqlsim.workload.Laboratory.MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Randomness;
import dsqlsim.workload.RetrySpec.Jitter;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void withoutJitterThePauseDoublesUpToTheCap() {
        Backoff backoff = exponential(Jitter.NONE);
        assertThat(IntStream.of(1, 2, 3, 8, 9, 65_535)
                        .mapToLong(n -> backoff.nanos(n, 0, 1))
                        .map(nanos -> nanos / MS))
                .containsExactly(10L, 20L, 40L, 1280L, 2000L, 2000L);
    }

    @Test
    void fullJitterIsUniformFromZero() {
        assertLaw(Jitter.FULL, 3, 0, 0, 40);
    }

    @Test
    void equalJitterKeepsHalf() {
        assertLaw(Jitter.EQUAL, 3, 0, 20, 40);
    }

    @Test
    void decorrelatedJitterGrowsFromThePauseBefore() {
        assertLaw(Jitter.DECORRELATED, 1, 0, 5, 15);
        assertLaw(Jitter.DECORRELATED, 4, 100, 5, 300);
        assertThat(IntStream.range(0, 1000)
                        .mapToLong(i -> exponential(Jitter.DECORRELATED).nanos(9, 2000 * MS, Randomness.key(1, i)))
                        .max())
                .hasValue(2000 * MS);
    }

    @Test
    void aDelayIsDrawnFromItsLaw() {
        assertThat(new Backoff(new RetrySpec.Delay(Distribution.constant(7))).nanos(5, 3, 1))
                .isEqualTo(7);
    }

    @Test
    void aBucketRunsDryAndFillsAgain() {
        RetryBudget budget = new RetryBudget(new RetrySpec.TokenBucket(2, 0.5, 0.25));
        assertThat(budget.take(0)).isTrue();
        assertThat(budget.take(0)).isTrue();
        assertThat(budget.take(1_000_000_000L)).isFalse();
        budget.succeeded();
        assertThat(budget.take(1_000_000_000L)).isFalse();
        budget.succeeded();
        assertThat(budget.take(1_000_000_000L)).isTrue();
        assertThat(budget.take(60_000_000_000L)).isTrue();
        assertThat(budget.take(60_000_000_000L)).isTrue();
        assertThat(budget.take(60_000_000_000L)).isFalse();
        assertThat(new RetryBudget(null).take(0)).isTrue();
    }

    private static Backoff exponential(Jitter jitter) {
        return new Backoff(new RetrySpec.Exponential(5 * MS, 2000 * MS, jitter));
    }

    /** Uniform between two times in milliseconds: range, mean and standard deviation. */
    private static void assertLaw(Jitter jitter, int attempt, long previousMs, double lowMs, double highMs) {
        int n = 40_000;
        double[] pauses = IntStream.range(0, n)
                .mapToDouble(
                        i -> exponential(jitter).nanos(attempt, previousMs * MS, Randomness.key(5, i)) / (double) MS)
                .toArray();
        double sd = (highMs - lowMs) / Math.sqrt(12);
        double mean = Arrays.stream(pauses).average().orElseThrow();
        double square = Arrays.stream(pauses)
                .map(pause -> (pause - mean) * (pause - mean))
                .average()
                .orElseThrow();
        assertThat(Arrays.stream(pauses).min().orElseThrow()).isBetween(lowMs, lowMs + sd / 50);
        assertThat(Arrays.stream(pauses).max().orElseThrow()).isBetween(highMs - sd / 50, highMs);
        assertThat(mean).isCloseTo((lowMs + highMs) / 2, within(4 * sd / Math.sqrt(n)));
        assertThat(Math.sqrt(square)).isCloseTo(sd, within(0.02 * sd));
    }
}
