package dsqlsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionParserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "20ms",
                "0s",
                "1.5s",
                "2m",
                "1d",
                "250us",
                "exponential(50ms)",
                "uniform(30ms, 40ms)",
                "lognormal(p50 11.5ms, p99 14.4ms)",
                "weibull(1.5, 10ms)",
                "pareto(1.05ms, 1.51)",
                "abs-normal(10ms, 2ms)",
                "11ms + exponential(500us)",
                "mix(91% pareto(235us, 10), 9% exponential(1.66ms))",
                "mix(50% mix(25% 1ms, 75% 2ms), 50% 1ms + exponential(2ms))"
            })
    void writesWhatItReads(String text) {
        assertThat(DistributionParser.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    30ms..60ms                       | uniform(30ms, 60ms)
                    exponential(0.5ms) + 11ms        | 11ms + exponential(500us)
                    1ms + 2ms                        | 3ms
                    1ms + exponential(1ms) + 2ms     | 3ms + exponential(1ms)
                    pareto(1.05, 1.51ms)             | pareto(1.05ms, 1.51)
                    uniform( 1 ms ,2ms )             | uniform(1ms, 2ms)
                    constant(1e3us)                  | 1ms
                    1500ms                           | 1.5s
                    90s                              | 90s
                    120s                             | 2m
                    lognormal(mean 1ms, scv 0)       | 1ms
                    uniform(5ms, 5ms)                | 5ms
                    exponential(0ms)                 | 0s
                    """)
    void understandsOtherSpellings(String text, String same) {
        assertThat(DistributionParser.parse(text)).hasToString(same);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    expo(10ms)                   | 0  | expected constant, exponential, uniform, lognormal, weibull, pareto, abs-normal or mix, not 'expo(10ms)'
                    exponential(10)              | 12 | expected a duration such as '20ms' (units: ns, us, ms, s, m, h, d), not '10)'
                    exponential 10ms             | 12 | expected '(' after 'exponential', not '10ms'
                    exponential(10ms             | 16 | expected ')', not the end
                    exponential(-10ms)           | 12 | expected a duration such as '20ms', not '-10ms)'
                    uniform(40ms, 30ms)          | 14 | expected a duration of at least 40ms, not '30ms)'
                    lognormal(p50 0ms, p99 1ms)  | 14 | expected a duration above zero, not '0ms, p99 1ms)'
                    lognormal(p50 2ms, p99 1ms)  | 23 | expected a duration of at least 2ms, not '1ms)'
                    lognormal(2ms, 3ms)          | 10 | expected 'p50' or 'mean', not '2ms, 3ms)'
                    weibull(0, 1ms)              | 8  | expected a shape such as 1.5, not '0, 1ms)'
                    mix(50% 1ms, 40% 2ms)        | 4  | expected shares that add up to 100%, not '50% 1ms, 40% 2ms)'
                    mix(50 1ms)                  | 7  | expected '%', not '1ms)'
                    20ms 30ms                    | 5  | expected the end, '+' or '..', not '30ms'
                    20sec                        | 0  | expected a duration such as '20ms' (units: ns, us, ms, s, m, h, d), not '20sec'
                    exponential(1ms) + exponential(1ms) | 19 | expected a constant on one side of '+', not 'exponential(1ms)'
                    99999999d                    | 0  | expected a duration of at most 13343d, not '99999999d'
                    ''                           | 0  | expected a duration such as '20ms' or a distribution such as 'exponential(50ms)', not the end
                    """)
    void saysWhatIsWrongAndWhere(String text, int offset, String message) {
        assertThatThrownBy(() -> DistributionParser.parse(text))
                .isInstanceOfSatisfying(
                        MalformedDistribution.class,
                        e -> assertThat(e.offset()).as(e.getMessage()).isEqualTo(offset))
                .hasMessage(message);
    }

    @Test
    void plainNumbersCountSecondsWhereTheyAreAllowed() {
        assertThat(DistributionParser.parseUnitless("11 + exponential(0.5)")).hasToString("11s + exponential(500ms)");
        assertThat(DistributionParser.parseUnitless("pareto(1.05, 1.51)")).hasToString("pareto(1.05s, 1.51)");
    }

    @Test
    void depthIsLimited() {
        assertThatThrownBy(() -> DistributionParser.parse("mix(100% ".repeat(100_000)))
                .isInstanceOf(MalformedDistribution.class);
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefused(
            @ForAll
                    @StringLength(max = 30)
                    @CharRange(from = '0', to = '9')
                    @Chars({'m', 's', 'u', 'n', '(', ')', ',', '%', '+', '.', ' ', 'e', 'p', 'i', 'x', '-'})
                    String text) {
        try {
            Distribution law = DistributionParser.parse(text);
            assertThat(DistributionParser.parse(law.toString())).hasToString(law.toString());
        } catch (MalformedDistribution e) {
            assertThat(e.offset()).isBetween(0, text.length());
        }
    }
}
