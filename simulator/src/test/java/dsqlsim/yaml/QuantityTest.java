package dsqlsim.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuantityTest {
    @Test
    void durationsAreExactNanoseconds() {
        assertThat(Quantity.duration("250us")).hasValue(250_000);
        assertThat(Quantity.duration("1.5s")).hasValue(1_500_000_000);
        assertThat(Quantity.duration("0.1ms")).hasValue(100_000);
        assertThat(Quantity.duration("2m")).hasValue(120_000_000_000L);
        assertThat(Quantity.duration("1d")).hasValue(86_400_000_000_000L);
        assertThat(Quantity.duration("-10ms")).hasValue(-10_000_000);
    }

    @Test
    void whatHasNoUnitOrIsTooLongIsNoDuration() {
        for (String text : List.of("5", "", "s", "5 sec", "1e3s", "1..2s", "999999999999999999d", ".5s", "5s ")) {
            assertThat(Quantity.duration(text)).as(text).isEmpty();
        }
    }

    @Test
    void ratesSharesFactorsSizesAndDrifts() {
        assertThat(Quantity.rate("300/s")).hasValue(300);
        assertThat(Quantity.rate("3/min")).hasValue(0.05);
        assertThat(Quantity.rate("300")).isEmpty();
        assertThat(Quantity.share("2%")).hasValue(0.02);
        assertThat(Quantity.share("0.02")).hasValue(0.02);
        assertThat(Quantity.share("101%")).isEmpty();
        assertThat(Quantity.factor("x3")).hasValue(3);
        assertThat(Quantity.factor("3")).isEmpty();
        assertThat(Quantity.size("10MiB")).hasValue(10 << 20);
        assertThat(Quantity.ppm("50ppm")).hasValue(50);
        assertThat(Quantity.ppm("200us/s")).hasValue(200);
    }

    @Test
    void suggestionsAreNearAndOfLikeLength() {
        assertThat(Suggestion.of("partion", List.of("pause", "partition"))).isEqualTo("; did you mean 'partition'?");
        assertThat(Suggestion.of("us-east-1z", List.of("us-east-1", "us-east-1a")))
                .contains("us-east-1a");
        assertThat(Suggestion.of("raeds", List.of("writes", "reads"))).isEqualTo("; did you mean 'reads'?");
        assertThat(Suggestion.of("zzzzz", List.of("pause", "partition"))).isEmpty();
        assertThat(Suggestion.of("x".repeat(100_000), List.of("pause"))).isEmpty();
    }
}
