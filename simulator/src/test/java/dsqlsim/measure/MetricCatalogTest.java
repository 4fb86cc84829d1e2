package dsqlsim.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricCatalogTest {
    @Test
    void namesEveryMetricThatExpectationsMayUse() {
        assertThat(MetricCatalog.names())
                .contains("rpo", "lost", "rto", "endpoint-rto", "availability", "availability-time", "abort-rate")
                .contains("retry-amplification", "throughput", "gave-up", "unknown", "abandoned", "violations")
                .contains("latency.commit.p99.9", "latency.transaction.mean", "read-wait.p50", "safety");
    }

    @Test
    void showsHowAMetricIsWritten() {
        assertThat(MetricCatalog.find("rto").map(Metric::usage)).contains("rto(region, operation)");
        assertThat(MetricCatalog.find("availability").map(Metric::usage)).contains("availability(region or workload)");
        assertThat(MetricCatalog.find("violations").map(Metric::usage)).contains("violations");
        assertThat(MetricCatalog.find("latency.commit.p42")).isEmpty();
    }

    @Test
    void describesEachInOneLine() {
        assertThat(MetricCatalog.all()).allSatisfy(metric -> {
            assertThat(metric.description()).isNotBlank().doesNotContain("\n");
            assertThat(metric.arguments()).doesNotHaveDuplicates();
        });
        assertThat(List.copyOf(MetricCatalog.names())).doesNotHaveDuplicates();
    }
}
