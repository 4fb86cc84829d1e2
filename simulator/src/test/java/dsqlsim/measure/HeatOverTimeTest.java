package dsqlsim.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.Heatmap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class HeatOverTimeTest {
    @Property
    void everyLatencyFallsIntoTheRowWhoseLimitsHoldIt(@ForAll @LongRange(max = 1L << 37) long nanos) {
        int row = HeatOverTime.row(nanos);
        assertThat(HeatOverTime.bound(row)).isLessThanOrEqualTo(nanos);
        assertThat(HeatOverTime.bound(row + 1)).isGreaterThan(nanos);
    }

    @Test
    void aMapHasNoMoreRowsThanItNeedsAndLosesNothing() {
        HeatOverTime heat = new HeatOverTime(100_000_000L, 1_000);
        for (int i = 0; i < 50; i++) {
            heat.record(10_000_000L + i * 1_000_000L, i * 1_000_000_000L);
        }
        Heatmap map = heat.heatmap("transaction-latency", "orders", 100_000_000_000L);
        assertThat(map.bounds().get(0)).isLessThanOrEqualTo(0.01);
        assertThat(map.bounds().get(map.bounds().size() - 1)).isGreaterThan(0.059);
        assertThat(map.counts())
                .hasSizeLessThanOrEqualTo(240)
                .allSatisfy(column -> assertThat(column).hasSize(map.bounds().size() - 1));
        int all = map.counts().stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(all).isEqualTo(50);
    }

    @Test
    void noSamplesNoMap() {
        assertThat(new HeatOverTime(100_000_000L, 10).heatmap("transaction-latency", "orders", 1))
                .isNull();
    }
}
