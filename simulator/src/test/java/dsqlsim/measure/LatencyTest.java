package dsqlsim.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;

class LatencyTest {
    @Property(tries = 200)
    void agreesWithTheTextbook(
            @ForAll @Size(min = 2, max = 60) List<@LongRange(min = 0, max = 3_600_000_000_000L) Long> nanos) {
        Latency one = new Latency();
        Latency other = new Latency();
        DescriptiveStatistics expected = new DescriptiveStatistics();
        for (int i = 0; i < nanos.size(); i++) {
            (i % 2 == 0 ? one : other).record(nanos.get(i));
            expected.addValue(nanos.get(i) / 1e9);
        }
        one.add(other);
        assertThat(one.stats().mean()).isCloseTo(expected.getMean(), within(1e-9 * expected.getMax() + 1e-12));
        assertThat(one.stats().sd())
                .isCloseTo(expected.getStandardDeviation(), within(1e-9 * expected.getMax() + 1e-12));
        assertThat(one.stats().max()).isEqualTo(expected.getMax());
        assertThat(one.stats().min()).isEqualTo(expected.getMin());
        double[] sorted = Arrays.copyOf(expected.getSortedValues(), nanos.size());
        double median = sorted[(nanos.size() - 1) / 2];
        assertThat(one.stats().p50()).isCloseTo(median, within(1.1e-3 * median + 1e-12));
    }

    @Test
    void keepsTheSpreadOfLargeAndEqualTimes() {
        Latency latency = new Latency();
        for (int i = 0; i < 1_000; i++) {
            latency.record(3_600_000_000_000L + i % 2);
        }
        assertThat(latency.stats().sd()).isCloseTo(0.5e-9, within(1e-12));
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(new Latency().statistic("p50")).isNull();
        assertThat(new Latency().stats().count()).isZero();
    }
}
