package dsqlsim.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dsqlsim.report.Replications;
import dsqlsim.report.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplicationScalarsTest {
    private final ReplicationScalars scalars = new ReplicationScalars();

    @Test
    void describesEachScalarOverAllReplications() {
        for (int i = 1; i <= 30; i++) {
            Map<String, Double> run = new LinkedHashMap<>();
            run.put("lost", (double) i);
            run.put("rto", i == 1 ? 5.0 : null);
            if (i == 30) {
                run.put("late", 1.0);
            }
            scalars.add(run);
        }
        Replications result = scalars.result();
        assertThat(result.count()).isEqualTo(30);
        assertThat(result.scalars()).extracting(Scalar::name).containsExactly("lost", "rto", "late");
        Scalar lost = result.scalars().get(0);
        assertThat(lost.mean()).isEqualTo(15.5);
        assertThat(lost.p50()).isEqualTo(15);
        assertThat(lost.p99()).isEqualTo(30);
        // Student's t with 29 degrees of freedom: 2.04523; sd of 1..30: 8.80341.
        assertThat(lost.interval().high() - lost.mean()).isCloseTo(2.04523 * 8.80341 / Math.sqrt(30), within(1e-4));
        assertThat(result.scalars().get(1).count()).isEqualTo(1);
        assertThat(result.scalars().get(1).interval().low()).isNull();
        assertThat(result.scalars().get(2).values()).hasSize(30).startsWith((Double) null);
    }

    @Test
    void saysNothingOfASingleRun() {
        scalars.add(Map.of("lost", 1.0));
        assertThat(scalars.result()).isEqualTo(Replications.ONE);
    }
}
