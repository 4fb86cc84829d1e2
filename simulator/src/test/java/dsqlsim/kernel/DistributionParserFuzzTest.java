package dsqlsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Whatever is written where a distribution is due, it is read, or refused at some place in the text. */
class DistributionParserFuzzTest {
    private static final String[] BITS = {
        "mix(", "exponential(", "lognormal(p50 ", "uniform(", "pareto(1.05, ", "weibull(", ")", "(", ", ", " + ", "..",
                "%", "50%",
        "1ms", "0s", "-1ms", "1e400ms", "99999999999d", "p99 ", "NaN", "never", ".", "1.2.3ms", " ", "\u00b5s", "1h"
    };

    @Property(tries = 500)
    void arbitraryTextIsReadOrRefused(@ForAll @StringLength(max = 60) String text) {
        read(text);
    }

    @Property(tries = 2000)
    void heapsOfWordsAreReadOrRefused(@ForAll @Size(max = 12) List<@IntRange(max = 25) Integer> words) {
        StringBuilder text = new StringBuilder();
        words.forEach(word -> text.append(BITS[word]));
        read(text.toString());
    }

    private static void read(String text) {
        try {
            Distribution law = DistributionParser.parse(text);
            assertThat(law.sample(7)).isGreaterThanOrEqualTo(0);
        } catch (MalformedDistribution e) {
            assertThat(e.offset()).isBetween(0, text.length());
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
