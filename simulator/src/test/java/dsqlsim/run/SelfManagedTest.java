package dsqlsim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dsqlsim.report.RecoveryPoint;
import dsqlsim.report.RecoveryTime;
import dsqlsim.report.RunResult;
import dsqlsim.report.RunVerdict;
import dsqlsim.report.SystemEvent;
import dsqlsim.scenario.Scenario;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database on one's own machine: what is lost with its disk, and how long people need. */
class SelfManagedTest {
    private static final double HOUR = 3600;

    /** A laboratory: nobody sleeps, nothing takes time, a write every half minute. */
    private static final String LABORATORY = """
            dsqlsim: 1
            preset: ideal
            duration: 14h
            topology: {architecture: self-managed, regions: [us-east-1]}
            workload:
              - name: orders
                region: us-east-1
                arrivals: 2/min
                transactions: [{name: order, writes: 1}]
                keys: {space: 100}
                retry: {attempts: 2, delay: 1s}
                timeout: 2s
            settings: {self-managed.backup-every: 6h, self-managed.backup-phase: "uniform(0h, 6h)"}
            faults:
              - {id: burnt, at: 13h, disk: {role: database, lose: true}}
            """;

    /** As in life, with more hardware in the next zone. */
    private static final String LIFE = """
            dsqlsim: 1
            duration: 40h
            topology: {architecture: self-managed, regions: [us-east-1, us-east-2]}
            workload:
              - name: orders
                region: us-east-1
                arrivals: 2/min
                transactions: [{name: order, writes: 1}]
                keys: {space: 100}
                retry: {attempts: 3, base: 1s, cap: 30s, jitter: full}
                timeout: 5s
            settings: {self-managed.backup-phase: 2h, self-managed.backup-failure: 0%}
            faults:
              - {id: burnt, at: 30h, disk: {role: database, lose: true}}
            """;

    private static RecoveryPoint rpo(RunResult result) {
        return result.faults().get(0).rpo();
    }

    private static List<String> events(RunResult result) {
        return result.events().stream().map(SystemEvent::type).toList();
    }

    private static double[] losses(int runs) {
        double[] seconds = new double[runs];
        for (int i = 0; i < runs; i++) {
            Scenario scenario = Told.scenario(LABORATORY);
            RunResult result = Small.trial(scenario, Experiment.seedOf(1, i), Options.STANDARD)
                    .result();
            seconds[i] = rpo(result).seconds();
        }
        Arrays.sort(seconds);
        return seconds;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    // ---- F6: backups

    /** The age of the last backup is uniform over its interval: mean 3 h, the 95th percentile 5.7 h. */
    @Test
    void whatIsLostIsTheAgeOfTheLastBackup() {
        double[] seconds = losses(120);
        assertThat(mean(seconds)).isCloseTo(3 * HOUR, within(0.6 * HOUR));
        assertThat(seconds[113]).isCloseTo(5.7 * HOUR, within(0.5 * HOUR));
        assertThat(seconds[119]).isLessThan(6 * HOUR);
    }

    /** With the log shipped every 5 minutes the age of that counts: mean 150 s. */
    @Test
    void aShippedLogMakesItMinutes() {
        double sum = 0;
        int runs = 40;
        for (int i = 0; i < runs; i++) {
            RunResult result = Told.run(
                    LABORATORY,
                    "duration=2000s",
                    "workload.orders.arrivals=1/s",
                    "self-managed.log-every=300s",
                    "faults=[{id: burnt, at: " + (1200 + 7.5 * i) + "s, disk: {role: database, lose: true}}]");
            assertThat(rpo(result).seconds()).isLessThan(303);
            sum += rpo(result).seconds();
        }
        assertThat(sum / runs).isCloseTo(150, within(8.0));
    }

    /** 500 GB at 250 MB/s, and 900 s until a machine is there. */
    @Test
    void aRestoreTakesTheSizeOverTheBandwidth() {
        RunResult result = Told.run(
                LABORATORY,
                "self-managed.provision=900s",
                "self-managed.data-size=500GB",
                "self-managed.restore-bandwidth=250MB");
        assertThat(Told.at(result, "replica-replaced") - Told.at(result, "operator-decided"))
                .isCloseTo(2900, within(1e-6));
    }

    // ---- G-01: nightly, and people

    @Test
    void aBurntMachineCostsUpToADayOfDataAndHoursOfService() {
        RunResult result = Told.run(LIFE);
        assertThat(rpo(result).seconds())
                .isCloseTo(4 * HOUR, within(200.0)); // The backup of hour 26; 2 h is its phase.
        assertThat(rpo(result).lost()).isGreaterThan(300);
        RecoveryTime writes = result.faults().get(0).rto().stream()
                .filter(each -> each.operation().equals("write"))
                .findFirst()
                .orElseThrow();
        assertThat(writes.seconds()).isBetween(1.5 * HOUR, 9 * HOUR);
        assertThat(writes.parts()).containsKeys("detect", "decide", "rebuild");
        assertThat(result.verdict()).as("none of this was promised").isEqualTo(RunVerdict.MET);
        assertThat(events(result))
                .containsSubsequence(
                        "failure-detected",
                        "operator-decided",
                        "restore-begun",
                        "restored",
                        "replica-replaced",
                        "rerouted");
    }

    @Test
    void aBackupThatIsHalfDoneIsNone() {
        RunResult result = Told.run(LIFE, "faults=[{id: burnt, at: 26.5h, disk: {role: database, lose: true}}]");
        assertThat(rpo(result).seconds()).isCloseTo(24.5 * HOUR, within(200.0));
    }

    @Test
    void aBackupThatCantBeReadCostsItsTimeAndAnotherDay() {
        RunResult good = Told.run(LIFE);
        RunResult bad = Told.run(LIFE, "self-managed.backup-failure=100%");
        assertThat(events(bad).stream().filter("backup-unusable"::equals)).hasSize(2);
        assertThat(rpo(bad).seconds()).isCloseTo(30 * HOUR, within(200.0));
        assertThat(Told.rto(bad, "us-east-1", "write"))
                .isGreaterThan(Told.rto(good, "us-east-1", "write") + 2.7 * HOUR);
    }

    // ---- what is less than a burnt machine

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for: 2m, crash: {role: database}",
                "for: 10m, zone-outage: us-east-1a",
                "for: 10m, region-outage: us-east-1",
                "for: 2m, pause: {role: database}",
                "for: 2m, disk: {role: database, stall: true}"
            })
    void whatComesBackInTimeHasLostNothing(String fault) {
        RunResult result = Told.run(LIFE, "self-managed.decide=1h", "faults=[{id: f, at: 30h, " + fault + "}]");
        assertThat(rpo(result).lost()).isZero();
        assertThat(rpo(result).unavailable()).isZero();
        assertThat(Told.rto(result, "us-east-1", "write")).isLessThan(0.5 * HOUR);
        assertThat(events(result)).doesNotContain("replica-replaced");
    }

    @Test
    void aRegionThatIsGoneIsRestoredInAnotherOrNever() {
        String gone = "faults=[{id: gone, at: 30h, region-outage: us-east-1}]";
        RunResult elsewhere = Told.run(LIFE, gone);
        assertThat(rpo(elsewhere).seconds()).isCloseTo(4 * HOUR, within(200.0));
        assertThat(Told.rto(elsewhere, "us-east-1", "connect")).isLessThan(9 * HOUR);
        RunResult alone = Told.run(LIFE, gone, "topology.regions=[us-east-1]");
        assertThat(rpo(alone).lost()).isZero();
        assertThat(rpo(alone).unavailable()).isGreaterThan(1000);
        assertThat(alone.faults().get(0).rto()).noneMatch(RecoveryTime::recovered);
    }

    /** The next machine is lost while people prepare it: they begin again. */
    @Test
    void aSecondFaultInterruptsTheRepair() {
        RunResult once = Told.run(LIFE);
        String second = "{id: again, at: 32.5h, for: 4h, zone-outage: us-east-1a}";
        RunResult twice =
                Told.run(LIFE, "faults=[{id: burnt, at: 30h, disk: {role: database, lose: true}}, " + second + "]");
        assertThat(Told.rto(twice, "us-east-1", "write"))
                .isGreaterThan(Told.rto(once, "us-east-1", "write") + HOUR / 4);
    }

    // ---- a standby

    private static final String ASYNC = "self-managed.standby=async";
    private static final String SYNC = "self-managed.standby=sync";
    private static final String DENSE = "workload.orders.arrivals=50/s";
    private static final String MINUTES = "duration=20m";
    private static final String BURNT = "faults=[{id: burnt, at: 5m, disk: {role: database, lose: true}}]";

    @Test
    void aStandbyLosesWhatHadNotArrivedAndASynchronousOneNothing() {
        String far = "network={zone: 40ms}";
        String automatic = "self-managed.failover=automatic";
        RunResult async = Told.run(LIFE, ASYNC, DENSE, MINUTES, BURNT, far, automatic);
        assertThat(rpo(async).lost()).as("all had left in time").isZero();
        assertThat(Told.rto(async, "us-east-1", "connect")).isBetween(300.0, 500.0);
        RunResult sync = Told.run(LIFE, SYNC, DENSE, MINUTES, BURNT, far, automatic);
        assertThat(rpo(sync).lost()).isZero();
        assertThat(Told.latency(sync, "before", "orders", "commit").p50())
                .isGreaterThan(Told.latency(async, "before", "orders", "commit").p50() + 0.079);
        String behind = "faults=[{id: cut, at: 290s, for: 20s, partition: {between: [[us-east-1a], [us-east-1b]]}},"
                + " {id: burnt, at: 300s, disk: {role: database, lose: true}}]";
        RunResult backlog = Told.run(LIFE, ASYNC, DENSE, MINUTES, behind, automatic);
        assertThat(lost(backlog)).isBetween(400L, 600L);
        assertThat(lost(Told.run(LIFE, SYNC, DENSE, MINUTES, behind, automatic)))
                .isZero();
    }

    private static long lost(RunResult result) {
        return result.faults().stream().mapToLong(each -> each.rpo().lost()).sum();
    }

    @Test
    void aManualFailoverWaitsForPeople() {
        RunResult result = Told.run(LIFE, ASYNC);
        assertThat(rpo(result).lost()).isZero();
        assertThat(Told.rto(result, "us-east-1", "write")).isBetween(0.3 * HOUR, 4 * HOUR);
        assertThat(events(result)).doesNotContain("restore-begun").contains("standby-ready");
    }

    @Test
    void withASynchronousStandbyGoneCommitsWait() {
        String crash = "faults=[{id: f, at: 5m, for: 3m, crash: {role: standby}}]";
        String quick = "self-managed.restart-time=10s";
        RunResult sync = Told.run(LIFE, SYNC, "workload.orders.arrivals=5/s", MINUTES, crash, quick);
        assertThat(Told.rto(sync, "us-east-1", "write")).isBetween(180.0, 260.0);
        RunResult async = Told.run(LIFE, ASYNC, "workload.orders.arrivals=5/s", MINUTES, crash, quick);
        assertThat(Told.rto(async, "us-east-1", "write")).isZero();
        RunResult then = Told.run(
                LIFE,
                ASYNC,
                "workload.orders.arrivals=5/s",
                MINUTES,
                quick,
                crash.replace("]", ", {id: burnt, at: 10m, disk: {role: database, lose: true}}]"));
        assertThat(then.faults().get(1).rpo().lost())
                .as("the standby had caught up")
                .isLessThan(3);
    }
}
