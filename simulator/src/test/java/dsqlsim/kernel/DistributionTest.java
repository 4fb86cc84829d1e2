package dsqlsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws are what mathematics says they are: validation cases A1 and A2. Times in milliseconds. */
class DistributionTest {
    private static final long[] SEEDS = {101, 202, 303};

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    exponential(10ms)                 | 10                 | 0.04                | 100                | 1.131370849898476
                    11ms + exponential(0.5ms)         | 11.5               | 0.002               | 0.25               | 0.00282842712474619
                    uniform(30ms, 40ms)               | 35                 | 0.011547005383792516| 8.333333333333334  | 0.0298142396999972
                    lognormal(p50 11.5ms, p99 14.4ms) | 11.553856692731125 | 0.00447796569594968 | 1.2532610483813817 | 0.007353197914406506
                    weibull(1.5, 10ms)                | 9.027452929509337  | 0.024517431670187047| 37.569028481393175 | 0.2767041378576463
                    weibull(0.5, 5ms)                 | 10                 | 0.08944271909999159 | 500                | 18.624714762916504
                    """)
    void momentsAreWithinFourStandardErrors(
            String law, double mean, double meanTolerance, double variance, double varianceTolerance) {
        Distribution distribution = DistributionParser.parse(law);
        assertThat(distribution.mean() / 1e6).isCloseTo(mean, within(1e-9 * mean));
        for (long seed : SEEDS) {
            double[] moments = moments(distribution, Randomness.key(seed, law), 1_000_000);
            assertThat(moments[0]).isCloseTo(mean, within(meanTolerance));
            assertThat(moments[1]).isCloseTo(variance, within(varianceTolerance));
        }
    }

    private static double[] moments(Distribution law, long stream, int n) {
        double sum = 0;
        double squares = 0;
        double origin = law.mean();
        for (int i = 0; i < n; i++) {
            double x = (law.sample(Randomness.key(stream, i)) - origin) / 1e6;
            sum += x;
            squares += x * x;
        }
        return new double[] {origin / 1e6 + sum / n, (squares - sum * sum / n) / (n - 1)};
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exponential(10ms)",
                "11ms + exponential(0.5ms)",
                "uniform(30ms, 40ms)",
                "lognormal(p50 11.5ms, p99 14.4ms)",
                "lognormal(mean 1ms, scv 4)",
                "weibull(1.5, 10ms)",
                "weibull(0.5, 5ms)",
                "pareto(1.05ms, 1.51)",
                "pareto(10ms, 0.5)",
                "abs-normal(10ms, 2ms)",
                "abs-normal(1ms, 2ms)",
                "mix(91% pareto(0.235ms, 10), 9% exponential(1.66ms))",
                "mix(50% mix(50% 1ms + exponential(1ms), 50% uniform(0s, 5ms)), 50% exponential(2ms))"
            })
    void kolmogorovDistanceIsSmallEvenForAMillionDraws(String text) {
        Distribution law = DistributionParser.parse(text);
        for (long seed : SEEDS) {
            assertThat(distance(law, Randomness.key(seed, text), 1_000_000)).isLessThan(1.9495 / 1000);
        }
    }

    private static double distance(Distribution law, long stream, int n) {
        long[] draws = new long[n];
        for (int i = 0; i < n; i++) {
            draws[i] = law.sample(Randomness.key(stream, i));
        }
        Arrays.sort(draws);
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double cdf = law.cdf(draws[i]);
            distance = Math.max(distance, Math.max(cdf - (double) i / n, (double) (i + 1) / n - cdf));
        }
        return distance;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exponential(10ms)",
                "lognormal(p50 11.5ms, p99 14.4ms)",
                "weibull(0.5, 5ms)",
                "pareto(1.05ms, 1.51)",
                "abs-normal(1ms, 2ms)",
                "2ms + exponential(10ms)",
                "mix(30% exponential(1ms), 70% uniform(1ms, 9ms))"
            })
    void quantilesInvertTheDistributionFunctionFarIntoTheTails(String text) {
        Distribution law = DistributionParser.parse(text);
        for (double p : new double[] {1e-6, 0.001, 0.1, 0.5, 0.9, 0.999, 0.999999}) {
            assertThat(law.cdf(law.quantile(p) + 0.5)).isGreaterThanOrEqualTo(p - 1e-12);
            assertThat(law.cdf(law.quantile(p) - 0.5)).isLessThanOrEqualTo(p + 1e-12);
        }
        assertThat(law.median()).isEqualTo(law.quantile(0.5));
    }

    @Test
    void theExtremesOfTheKeyAreTheExtremesOfTheLaw() {
        Distribution law = Distribution.exponential(1e9);
        assertThat(law.sample(0)).isZero();
        assertThat(law.sample(-1)).isEqualTo(Math.round(1e9 * 54 * Math.log(2)));
        assertThat(Distribution.pareto(0.01, 1).sample(-1)).isEqualTo(Distribution.MAX_NANOS);
    }

    @Test
    void publishedQuantiles() {
        assertThat(DistributionParser.parse("pareto(1.05ms, 1.51)").quantile(0.999))
                .isEqualTo(101_846_068);
        assertThat(DistributionParser.parse("pareto(1.05ms, 1.51)").cdf(2.1e6))
                .isCloseTo(0.6488887810655006, within(1e-12));
        assertThat(DistributionParser.parse("lognormal(p50 11.5ms, p99 14.4ms)").quantile(0.99))
                .isEqualTo(14_400_000);
        assertThat(Normal.quantile(0.025)).isCloseTo(-1.959963984540054, within(1e-15));
        assertThat(Normal.quantile(1e-12)).isCloseTo(-7.034483825301132, within(1e-13));
    }

    @Test
    void consecutiveDrawsAreUncorrelated() {
        int n = 100_000;
        Distribution law = Distribution.exponential(1e6);
        for (long seed : SEEDS) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += (law.sample(Randomness.key(seed, i)) / 1e6 - 1)
                        * (law.sample(Randomness.key(seed, i + 1)) / 1e6 - 1);
            }
            assertThat(Math.abs(sum / n)).isLessThan(4 / Math.sqrt(n));
        }
    }

    @Test
    void scalingScalesEveryDraw() {
        for (Distribution law : List.of(
                Distribution.constant(1e6),
                Distribution.uniform(1e6, 2e6),
                Distribution.lognormal(1e6, 2e6),
                Distribution.weibull(2, 1e6),
                Distribution.pareto(2, 1e6),
                Distribution.absNormal(1e6, 1e5),
                DistributionParser.parse("1ms + mix(20% exponential(1ms), 80% 3ms)"))) {
            Distribution scaled = law.scaled(3);
            for (int i = 0; i < 1000; i++) {
                long key = Randomness.key(1, i);
                assertThat((double) scaled.sample(key)).isCloseTo(3.0 * law.sample(key), within(8.0));
            }
            assertThat(scaled.mean()).isCloseTo(3 * law.mean(), within(1e-6 * law.mean()));
            assertThat(law.scaled(0).sample(7)).isZero();
        }
    }
}
