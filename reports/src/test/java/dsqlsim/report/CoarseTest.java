package dsqlsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoarseTest {
    private static final Timeline TIMELINE = new Timeline(
            0.5,
            10,
            List.of(
                    series(Series.COMMITTED, "a", 9.0, 27.0, null, null, 5.0),
                    series(Series.ABORTED, "a", 1.0, 3.0, null, null, 0.0),
                    series(Series.COMMITTED, "b", 1.0, 1.0, 1.0, 1.0, 1.0),
                    series(Series.LATENCY_P99, "a", 0.1, 0.7, null, null, 0.2)));

    @Test
    void joinsBuckets() {
        Coarse coarse = Coarse.atMost(TIMELINE, 3);
        assertThat(coarse.length()).isEqualTo(3);
        assertThat(coarse.bucket()).isEqualTo(1.0);
        assertThat(coarse.start(2)).isEqualTo(12.0);
        assertThat(coarse.end()).isEqualTo(12.5);
        assertThat(coarse.values(Series.COMMITTED, "a")).containsExactly(18.0, null, 5.0);
        assertThat(coarse.sum(Series.COMMITTED)).containsExactly(19.0, 1.0, 6.0);
        assertThat(coarse.abortRate("a")).containsExactly(0.1, null, 0.0);
    }

    @Test
    void keepsThePeakOfAHighPercentile() {
        assertThat(new Coarse(TIMELINE, 2).values(Series.LATENCY_P99, "a")).containsExactly(0.7, null, 0.2);
    }

    @Test
    void whatIsMissingIsAGap() {
        assertThat(new Coarse(TIMELINE, 2).values(Series.OFFERED, "a")).containsExactly(null, null, null);
        assertThat(Coarse.length(new Timeline(0.1, 0, List.of()))).isZero();
    }

    private static Series series(String name, String workload, Double... values) {
        return new Series(name, workload, "1/s", Arrays.asList(values));
    }
}
