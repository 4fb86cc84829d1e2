package dsqlsim.architecture.aurora;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Aurora Global Database: what facts 3.3 and G-03 to G-06 say of it. */
class GlobalDatabaseTest {
    private static final String TEXT = """
            duration: 120s
            warmup: 2s
            topology: {architecture: aurora-global, regions: [us-east-1, us-east-2]}
            workload:
              - name: virginia
                region: us-east-1
                arrivals: 40/s
                transactions: {name: order, writes: 2, work: 10ms}
                keys: {space: 10000}
                retry: {attempts: 6, base: 50ms, cap: 2s, jitter: full}
                timeout: 2s
              - name: ohio
                region: us-east-2
                arrivals: 40/s
                transactions: {name: order, writes: 2, work: 10ms}
                keys: {space: 10000}
                retry: {attempts: 6, base: 50ms, cap: 2s, jitter: full}
                timeout: 2s
            """;
    private static final String DARK = TEXT + "faults:\n  - {id: dark, at: 20s, region-outage: us-east-1}\n";
    private static final String CUT =
            TEXT + "faults:\n  - {id: cut, at: 20s, for: 60s, partition: {isolate: [us-east-1]}}\n";
    private static final String FAILOVER = "  - {id: act, at: 20s, failover: {to: us-east-2, decision-time: 10s}}\n";
    private static final String FAST = "settings.aurora-global.failover-time=20s";

    @Test
    void nobodyFailsOverByItself() {
        Ran ran = Ran.of(DARK);
        assertThat(ran.rto("dark", "us-east-2", "write")).isNull();
        assertThat(ran.lost()).isZero();
        assertThat(ran.fault("dark").rpo().unavailable()).isPositive();
    }

    @Test
    void whatHadNotArrivedIsLost() {
        Ran ran = Ran.of(DARK + FAILOVER, FAST);
        assertThat(ran.fault("dark").rpo().seconds()).isBetween(0.1, 2.0);
        assertThat(ran.lost()).isBetween(5L, 200L);
        assertThat(ran.rto("dark", "us-east-2", "write")).isBetween(30.0, 60.0);
        assertThat(ran.safety("durability").verdict().name()).isEqualTo("NOT_PROMISED");
    }

    /** Poisson with the mean of rate times lag: 400 at 500/s and 0.8 s. */
    @Test
    void lostCommitsArePoisson() {
        String failing = """
                preset: ideal
                duration: 2500ms
                topology: {architecture: aurora-global, regions: [us-east-1, us-east-2]}
                workload:
                  - {name: orders, region: us-east-1, arrivals: 500/s, transactions: {writes: 1}, keys: {space: 100000}, retry: none, timeout: 200ms}
                faults:
                  - {id: dark, at: 1500ms, region-outage: us-east-1}
                  - {id: act, at: 2s, failover: {to: us-east-2}}
                settings: {aurora-global.lag: 0.8s}
                """;
        long[] lost = LongStream.range(1, 61)
                .map(seed -> Ran.of(seed, failing).lost())
                .toArray();
        double mean = LongStream.of(lost).average().orElseThrow();
        double squares = LongStream.of(lost)
                .mapToDouble(each -> (each - mean) * (each - mean))
                .sum();
        assertThat(mean).isBetween(400 - 4 * 20 / Math.sqrt(60), 400 + 4 * 20 / Math.sqrt(60));
        assertThat(squares / 59 / mean).isBetween(0.4, 1.8);
    }

    @Test
    void anOldPrimaryThatIsOnlyCutOffSplitsTheBrain() {
        Ran ran = Ran.of(CUT + FAILOVER, FAST, "settings.aurora-global.rebuild-time=10s");
        assertThat(ran.workload("virginia").availability()).isGreaterThan(0.99);
        assertThat(ran.lost()).isGreaterThan(1000);
        assertThat(ran.at("snapshot-kept")).isBetween(80.0, 83.0);
        assertThat(ran.at("rebuilt")).isBetween(90.0, 94.0);
        assertThat(ran.found("convergence")).isZero();
    }

    @Test
    void anOldPrimaryThatCanBeToldStopsFirst() {
        Ran ran = Ran.of(TEXT + "faults:\n" + FAILOVER, FAST);
        assertThat(ran.at("snapshot-kept")).isBetween(30.0, 31.0);
        assertThat(ran.lost()).isBetween(1L, 200L);
    }

    @Test
    void aSwitchoverLosesNothingAndTakesHalfAMinute() {
        Ran ran = Ran.of(TEXT + "faults: [{id: act, at: 20s, switchover: {to: us-east-2}}]\n");
        assertThat(ran.lost()).isZero();
        assertThat(ran.rto("act", "us-east-1", "write")).isBetween(15.0, 60.0);
        assertThat(ran.found("convergence")).isZero();
    }

    @Test
    void aSwitchoverWaitsForTheLag() {
        String switching = TEXT + "faults: [{id: act, at: 20s, switchover: {to: us-east-2}}]\n";
        String service = "settings.aurora-global.switchover-time=20s";
        double usual =
                Ran.of(switching, service, "settings.aurora-global.lag=1s").rto("act", "us-east-1", "write");
        double lagging =
                Ran.of(switching, service, "settings.aurora-global.lag=21s").rto("act", "us-east-1", "write");
        assertThat(lagging - usual).isBetween(17.0, 23.0);
    }

    @Test
    void aSwitchoverNeedsBothRegions() {
        Ran dark = Ran.of(DARK + "  - {id: act, at: 30s, switchover: {to: us-east-2}}\n");
        assertThat(dark.result().warnings()).anyMatch(each -> each.contains("switchover") && each.contains("refused"));
        Ran cut = Ran.of(CUT + "  - {id: act, at: 30s, switchover: {to: us-east-2}}\n");
        assertThat(cut.result().warnings()).anyMatch(each -> each.contains("refused"));
        assertThat(cut.at("switchover-ordered")).isEqualTo(-1);
    }

    @Test
    void aSwitchoverThatIsInterruptedIsGivenUp() {
        Ran ran = Ran.of(TEXT + """
                faults:
                  - {id: act, at: 20s, switchover: {to: us-east-2}}
                  - {id: cut, at: 20.5s, for: 60s, partition: {isolate: [us-east-2]}}
                """, "settings.aurora-global.lag=5s", "settings.aurora-global.switchover-timeout=30s");
        assertThat(ran.at("writes-stopped")).isBetween(20.0, 20.5);
        assertThat(ran.at("switchover-abandoned")).isBetween(49.0, 52.0);
        assertThat(ran.at("writes-resumed")).isBetween(80.0, 84.0);
        assertThat(ran.lost()).isZero();
    }

    @Test
    void aSecondFaultDelaysAFailover() {
        Ran ran = Ran.of(
                DARK + FAILOVER
                        + "  - {id: again, at: 35s, for: 30s, crash: {role: control-plane, region: us-east-2}}\n",
                FAST);
        assertThat(ran.at("failover-ordered")).isEqualTo(30.0);
        assertThat(ran.at("failover-done")).isGreaterThan(80.0);
    }

    @Test
    void aHeadlessSecondaryNeedsAnInstanceFirst() {
        Ran ran = Ran.of(DARK + FAILOVER, FAST, "duration=1100s", "settings.aurora-global.headless=on");
        assertThat(ran.at("instance-created")).isBetween(350.0, 960.0);
        assertThat(ran.rto("dark", "us-east-2", "write")).isGreaterThan(330.0);
    }

    @Test
    void withABoundOnRpoThePrimaryStopsWhenItsOnlySecondaryLags() {
        Ran free = Ran.of(CUT);
        assertThat(free.workload("virginia").availability()).isEqualTo(1.0);
        Ran bound = Ran.of(CUT, "settings.aurora-global.db-rpo=20s");
        assertThat(bound.at("commits-blocked")).isBetween(37.0, 42.0);
        assertThat(bound.at("commits-unblocked")).isBetween(80.0, 83.0);
        assertThat(bound.workload("virginia").availability()).isLessThan(0.8);
        assertThat(bound.found("atomicity")).isZero();
    }

    @Test
    void theLagGrowsUnderLoadAndDrains() {
        String loaded = TEXT + """
                faults:
                  - {id: surge, at: 10s, for: 20s, load: {workload: virginia, factor: x5}}
                  - {id: dark, at: 30s, region-outage: us-east-1}
                  - {id: act, at: 30s, failover: {to: us-east-2}}
                settings:
                  aurora-global.bandwidth: 400KiB
                  aurora-global.lag: 200ms
                  aurora-global.failover-time: 10s
                """;
        double atItsWorst = Ran.of(loaded).fault("dark").rpo().seconds();
        double drained = Ran.of(loaded, "faults.dark.at=110s", "faults.act.at=110s", "duration=140s")
                .fault("dark")
                .rpo()
                .seconds();
        assertThat(atItsWorst).isGreaterThan(3.0);
        assertThat(drained).isBetween(0.1, 0.4);
    }

    @Test
    void operatorsAreRefusedWhatMakesNoSense() {
        Ran ran = Ran.of(TEXT + """
                operations:
                  - {at: 10s, promote-reader: {to: us-east-2}}
                  - {at: 20s, switchover: {to: us-east-1}}
                  - {at: 30s, promote-reader: {to: us-east-1}}
                  - {at: 31s, promote-reader: {to: us-east-1}}
                """);
        assertThat(ran.result().warnings())
                .hasSize(3)
                .anyMatch(each -> each.contains("does not write"))
                .anyMatch(each -> each.contains("primary already"))
                .anyMatch(each -> each.contains("under way"));
        assertThat(ran.at("writer-promoted")).isBetween(31.0, 40.0);
        assertThat(ran.lost()).isZero();
    }

    @Test
    void rolesCanBeExchangedAgain() {
        Ran ran = Ran.of(TEXT + """
                faults:
                  - {id: there, at: 10s, for: 1s, switchover: {to: us-east-2}}
                  - {id: back, at: 60s, for: 1s, switchover: {to: us-east-1}}
                """);
        assertThat(ran.result().warnings()).isEmpty();
        assertThat(ran.lost()).isZero();
        assertThat(ran.node("leader-elected")).contains("us-east-1");
        assertThat(ran.found("convergence")).isZero();
        assertThat(ran.found("monotone-commits")).isZero();
    }
}
