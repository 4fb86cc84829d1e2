package dsqlsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws are part of what a seed means: they are the same on every JDK and in every version. In nanoseconds. */
class GoldenDrawsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    20ms                                                  | 20000000 | 20000000 | 20000000 | 20000000
                    exponential(10ms)                                     | 5383 | 1386239 | 11774764 | 85464808
                    uniform(30ms, 40ms)                                   | 30005382 | 31294444 | 36919444 | 39998058
                    lognormal(p50 11.5ms, p99 14.4ms)                     | 8383530 | 10310962 | 12071086 | 16204726
                    lognormal(mean 1ms, scv 4)                            | 7063 | 106775 | 844795 | 40292114
                    weibull(1.5, 10ms)                                    | 66177 | 2678497 | 11150681 | 41801469
                    pareto(1.05ms, 1.51)                                  | 1050374 | 1150957 | 2290056 | 301482267
                    abs-normal(10ms, 2ms)                                 | 3460481 | 7741952 | 11002740 | 17095611
                    11ms + exponential(0.5ms)                             | 11000269 | 11069312 | 11588738 | 15273240
                    mix(91% pareto(0.235ms, 10), 9% exponential(1.66ms))  | 239694 | 300866 | 245263 | 2317806
                    """)
    void drawsNeverChange(String text, long lowerTail, long low, long high, long upperTail) {
        Distribution law = DistributionParser.parse(text);
        assertThat(law.sample(0x0023456789ABCDEFL)).isEqualTo(lowerTail);
        assertThat(law.sample(0x2123456789ABCDEFL)).isEqualTo(low);
        assertThat(law.sample(0xB123456789ABCDEFL)).isEqualTo(high);
        assertThat(law.sample(0xFFF3456789ABCDEFL)).isEqualTo(upperTail);
    }
}
