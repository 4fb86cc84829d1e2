package dsqlsim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.RunResult;
import dsqlsim.report.RunVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever breaks one at a time, active-active keeps what it acknowledged, and everybody has it in the end. */
class LwwChaosTest {
    private static final String TEXT = """
            dsqlsim: 1
            duration: 60s
            warmup: 1s
            topology: {architecture: active-active-lww, regions: [us-east-1, us-east-2]}
            workload:
              - name: virginia
                region: us-east-1
                arrivals: 30/s
                transactions: &mix [{name: update, reads: 1, writes: 2}]
                keys: &rows {space: 200}
                retry: &patience {attempts: 5, base: 50ms, cap: 2s, jitter: full}
                timeout: 2s
              - name: ohio
                region: us-east-2
                arrivals: 30/s
                transactions: *mix
                keys: *rows
                retry: *patience
                timeout: 2s
            settings: {active-active-lww.rebuild-time: 1s}
            faults:
              - id: chaos
                at: 3s
                for: 30s
                random: {kinds: [KINDS], mtbf: 3s, mttr: 2s, budget: survivable}
              - {id: quiet, at: 40s, load: {factor: x0.0001}}
              - {id: out, at: 58s, region-outage: us-east-1}
            """;

    /** One disk after the other, each lost while the one before may not be whole yet. */
    @Test
    void disksOneAfterTheOther() {
        String burn = "{id: %s, at: %ds, disk: {role: replica, zone: us-east-1%s, lose: true}}, ";
        RunResult result = Told.run(
                TEXT.replace("KINDS", "crash"),
                "faults=[" + burn.formatted("first", 8, "a") + burn.formatted("second", 12, "b")
                        + burn.formatted("third", 16, "c") + burn.formatted("again", 20, "a")
                        + "{id: quiet, at: 40s, load: {factor: x0.0001}}, {id: out, at: 58s, region-outage: us-east-1}]");
        keepsAll(result);
        assertThat(result.workloads())
                .allSatisfy(each -> assertThat(each.availability()).isGreaterThan(0.99));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crash, pause, slow",
                "partition, impair",
                "zone-outage, pause",
                "clock, crash, partition",
                "crash, pause, slow, zone-outage, partition, impair, clock"
            })
    void nothingIsLostAndAllArrives(String kinds) {
        for (int seed = 1; seed <= 4; seed++) {
            RunResult result = Told.run(TEXT.replace("KINDS", kinds), "seed=" + seed);
            assertThat(result.verdict()).isNotEqualTo(RunVerdict.VIOLATED);
            keepsAll(result);
        }
    }

    /** Nothing lost, and nothing out of reach when the other region is out in the end: it has all. */
    private static void keepsAll(RunResult result) {
        assertThat(result.faults())
                .allSatisfy(each -> assertThat(each.rpo().lost()).isZero());
        assertThat(result.faults().get(result.faults().size() - 1).rpo().unavailable())
                .isZero();
    }
}
