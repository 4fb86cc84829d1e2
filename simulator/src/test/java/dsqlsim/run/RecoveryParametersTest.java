package dsqlsim.run;

import static dsqlsim.run.Told.ONE_REGION;
import static dsqlsim.run.Told.TWO_REGIONS;
import static dsqlsim.run.Told.run;
import static dsqlsim.run.Told.safe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dsqlsim.report.FailoverGap;
import dsqlsim.report.RecoveryTime;
import dsqlsim.report.RunResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recovery times follow the parameters that they are made of. */
class RecoveryParametersTest {
    /** Often enough a write of one shard alone, that somebody waits for each leader. */
    private static final List<String> DENSE =
            List.of("workload.orders.arrivals=400/s", "workload.orders.transactions=[{name: order, writes: 1}]");

    private static final String LOSS = "faults=[{id: loss, at: 4s, region-outage: us-east-2}]";

    @Test
    void halfTheTimeToDetectIsThatMuchLessTimeToRecover() {
        assertThat(meanRecovery("3s") - meanRecovery("1.5s")).isCloseTo(1.5, within(0.15));
    }

    /** Over losses at different moments between two heartbeats. */
    private static double meanRecovery(String detect) {
        double sum = 0;
        for (int i = 0; i < 5; i++) {
            RunResult result = safe(run(
                    TWO_REGIONS,
                    "settings={membership.detect: " + detect + "}",
                    "faults=[{id: loss, at: " + (4000 + 100 * i) + "ms, region-outage: us-east-2}]"));
            sum += Told.rto(result, "us-east-1", "write");
        }
        return sum / 5;
    }

    @Test
    void theWholeIsTheSumOfItsParts() {
        for (RecoveryTime each : run(TWO_REGIONS, LOSS).faults().get(0).rto()) {
            if (each.region().equals("us-east-1") && !each.operation().equals("connect")) {
                assertThat(each.parts()).containsKeys("detect", "evict", "elect");
                double sum = each.parts().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
                assertThat(sum).isCloseTo(each.seconds(), within(0.001));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"30ms..60ms, 0.03, 0.11", "200ms..210ms, 0.2, 0.27", "500ms..510ms, 0.5, 0.57"})
    void aLeaderThatDiedIsMissedForAnElectionTimeout(String timeout, double shortest, double longest) {
        RunResult result = safe(run(
                ONE_REGION,
                DENSE.get(0),
                DENSE.get(1),
                "settings={adjudicator.election-timeout: " + timeout + "}",
                "faults=[{id: crash, at: 3s, for: 2s, crash: {role: adjudicator-leader, shard: 1}}]"));
        List<FailoverGap> gaps = result.failoverGaps();
        assertThat(gaps).hasSize(1);
        assertThat(gaps.get(0).shard()).isEqualTo(1);
        assertThat(gaps.get(0).at()).isEqualTo(3);
        assertThat(gaps.get(0).leaderGap()).isBetween(shortest, longest);
        // Then it takes the log over, and its first commits wait out what its predecessor may have promised.
        assertThat(gaps.get(0).gap())
                .isBetween(gaps.get(0).leaderGap(), gaps.get(0).leaderGap() + 0.06);
    }
}
