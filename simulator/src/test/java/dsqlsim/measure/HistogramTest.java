package dsqlsim.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Property(tries = 300)
    void agreesWithHdrHistogram(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 1L << 60) Long> values,
            @ForAll @DoubleRange(min = 0.1, max = 100) double percent) {
        org.HdrHistogram.Histogram expected = new org.HdrHistogram.Histogram(3);
        Histogram actual = new Histogram();
        Histogram other = new Histogram();
        for (int i = 0; i < values.size(); i++) {
            expected.recordValue(values.get(i));
            (i % 2 == 0 ? actual : other).record(values.get(i));
        }
        actual.add(other);
        for (double each : new double[] {percent, 50, 90, 99, 99.9, 100}) {
            assertThat(actual.quantile(each)).isEqualTo(expected.getValueAtPercentile(each));
        }
    }

    @Property(tries = 300)
    void tellsSmallValuesApartExactly(@ForAll @LongRange(min = 0, max = 2047) long value) {
        Histogram histogram = new Histogram();
        histogram.record(value);
        assertThat(histogram.quantile(50)).isEqualTo(value);
    }

    @Test
    void startsAnewWhenCleared() {
        Histogram histogram = new Histogram();
        histogram.record(5_000_000_000L);
        histogram.clear();
        assertThat(histogram.quantile(99)).isZero();
        histogram.record(7);
        assertThat(histogram.quantile(99)).isEqualTo(7);
    }
}
