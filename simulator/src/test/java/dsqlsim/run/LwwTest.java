package dsqlsim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dsqlsim.report.RecoveryPoint;
import dsqlsim.report.RunResult;
import dsqlsim.report.RunVerdict;
import dsqlsim.report.SafetyVerdict;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Active-active with asynchronous replication: what is lost, to whom, and by which rule. */
class LwwTest {
    /** Two regions update the same rows; for the last ten seconds next to nobody does. */
    private static final String BOTH_WRITE = """
            dsqlsim: 1
            duration: 30s
            warmup: 0s
            topology: {architecture: active-active-lww, regions: [us-east-1, us-east-2]}
            workload:
              - name: virginia
                region: us-east-1
                arrivals: 60/s
                transactions: &mix
                  - {name: update, weight: 3, writes: 1}
                  - {name: lookup, weight: 1, reads: 1}
                keys: &rows {space: 500}
              - name: ohio
                region: us-east-2
                arrivals: 60/s
                transactions: *mix
                keys: *rows
            faults:
              - {id: quiet, at: 20s, load: {factor: x0.0001}}
            """;

    private static final String NO_FAULTS = "faults=[]";

    private static long count(RunResult result, String incident) {
        return result.incidents().get(incident);
    }

    // ---- G-08, LW-1: lost updates

    /** What clients read and wrote tells by itself which acknowledged writes are in no version's past. */
    @Test
    void lostUpdatesAreThoseThatNoSurvivingVersionDescendsFrom() {
        Lineage lineage = new Lineage();
        RunResult result = Told.run(Options.STANDARD.observing(lineage), BOTH_WRITE);
        long lost = lineage.inNobodysPast();
        assertThat(lost).isGreaterThan(50);
        assertThat(count(result, "lost-updates"))
                .isGreaterThanOrEqualTo(lost)
                .isCloseTo(lost, Percentage.withPercentage(10));
        assertThat(count(result, "causal-inversions")).isZero();
    }

    @Test
    void whatIsNotPromisedIsANumberAndNoFailure() {
        RunResult result = Told.run(BOTH_WRITE);
        assertThat(result.verdict()).isEqualTo(RunVerdict.MET);
        assertThat(Told.check(result, "linearizable-reads").verdict()).isEqualTo(SafetyVerdict.NOT_PROMISED);
        assertThat(Told.check(result, "linearizable-reads").anomalies()).containsKey("stale-read");
        assertThat(Told.check(result, "conservation").verdict()).isEqualTo(SafetyVerdict.OK);
    }

    /** Commits and the versions they were based on. */
    private static final class Lineage implements Observer {
        private final CommitWatch watch = new CommitWatch();

        @Override
        public void ended(Attempt attempt) {
            watch.ended(attempt);
        }

        long inNobodysPast() {
            Map<Long, Attempt> byId = new HashMap<>();
            Map<Integer, Attempt> newest = new TreeMap<>();
            for (Attempt each : watch.commits()) {
                byId.put(each.id, each);
                newest.merge(each.plan.rows[0], each, (a, b) -> a.commit > b.commit ? a : b);
            }
            long surviving = 0;
            for (Attempt each : newest.values()) {
                for (Attempt at = each; at != null; at = at.read[0] == null ? null : byId.get(at.read[0].writer)) {
                    surviving++;
                }
            }
            return byId.size() - surviving;
        }
    }

    // ---- LW-2, LW-3: resolvers

    @Test
    void versionVectorsNoticeEveryConflictAndKeepOneSideOnly() {
        RunResult result = Told.run(BOTH_WRITE, "active-active-lww.resolver=vector-clock");
        assertThat(count(result, "conflicts")).isGreaterThan(50);
        assertThat(count(result, "unnoticed-conflicts")).isZero();
        assertThat(count(result, "lost-updates")).isEqualTo(count(result, "conflicts"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "active-active-lww.resolver=vector-clock-total-order",
                "faults.planted-bug=vector-clock-total-order"
            })
    void vectorsComparedNumberByNumberTakeConflictsForAnOrder(String setting) {
        RunResult result = Told.run(BOTH_WRITE, "active-active-lww.resolver=vector-clock", setting);
        assertThat(count(result, "conflicts")).isGreaterThan(50);
        assertThat(count(result, "unnoticed-conflicts")).isEqualTo(count(result, "conflicts"));
        assertThat(count(result, "causal-inversions")).isZero();
    }

    @Test
    void theGreaterQuantityIsRightForWhatGrowsAndForgetsWhatShrinks() {
        String merge = "active-active-lww.resolver=order-merge";
        RunResult growing = Told.run(BOTH_WRITE, merge, "active-active-lww.decrements=0%");
        RunResult stock = Told.run(BOTH_WRITE, merge, "active-active-lww.decrements=50%");
        assertThat(count(growing, "causal-inversions")).isZero();
        assertThat(count(stock, "causal-inversions")).isGreaterThan(200);
        assertThat(count(stock, "lost-updates")).isGreaterThan(2 * count(growing, "lost-updates"));
    }

    // ---- LW-4: clocks

    private static long inversions(String behind, String clock) {
        return count(
                Told.run(
                        BOTH_WRITE,
                        "clocks=[{role: replica, region: us-east-2, offset: -" + behind + "}]",
                        "active-active-lww.clock=" + clock),
                "causal-inversions");
    }

    @Test
    void aClockThatIsBehindByMoreThanTheLagInvertsCauseAndEffect() {
        assertThat(inversions("100ms", "wall")).as("hidden by the lag").isZero();
        assertThat(inversions("3s", "wall")).isGreaterThan(20);
        assertThat(inversions("3s", "hybrid")).isZero();
    }

    // ---- F2: stale reads

    private static final String STALE = """
            dsqlsim: 1
            preset: ideal
            duration: 400s
            topology: {architecture: active-active-lww, regions: [us-east-1, us-east-2]}
            network: {us-east-1 - us-east-2: 0ms}
            workload:
              - name: writer
                region: us-east-1
                arrivals: 2/s
                transactions: [{name: update, writes: 1, blind: true}]
                keys: &row {table: one, space: 1}
              - name: reader
                region: us-east-2
                arrivals: 250/s
                transactions: [{name: read, reads: 1}]
                keys: *row
            """;

    /** With a rate of 2/s and a lag of 0.5 s a read misses 1 - 1/e; the count of missed versions has mean 1. */
    @Test
    void readsAreStaleAsOftenAsTheLagSays() {
        VersionsBehind behind = new VersionsBehind();
        RunResult result = Told.run(Options.STANDARD.observing(behind), STALE, "active-active-lww.lag=500ms");
        assertThat(staleShare(result)).isCloseTo(0.632121, within(0.03));
        assertThat(behind.mean()).isCloseTo(1, within(0.08));
        assertThat(perRead(result, "versions-missed")).isCloseTo(behind.mean(), within(0.01));
    }

    /** With a delay of its own for each update the newest is missing with rate / (rate + 1 / mean). */
    @Test
    void delaysThatOvertakeMakeHalfTheReadsStale() {
        RunResult result = Told.run(STALE, "active-active-lww.apply-delay=exponential(500ms)");
        assertThat(staleShare(result)).isCloseTo(0.5, within(0.03));
    }

    private static double staleShare(RunResult result) {
        return perRead(result, "stale-read");
    }

    private static double perRead(RunResult result, String anomaly) {
        return Told.check(result, "linearizable-reads").anomalies().get(anomaly)
                / (double) Told.workload(result, "reader").transactions().succeeded();
    }

    /** How many acknowledged versions reads miss. */
    private static final class VersionsBehind implements Observer {
        private final List<Long> writers = new ArrayList<>();
        private long reads;
        private long missed;

        @Override
        public void ended(Attempt attempt) {
            if (!attempt.plan.readOnly()) {
                writers.add(attempt.id);
            } else {
                reads++;
                missed += writers.size()
                        - 1
                        - (attempt.read[0] == null ? -1 : writers.lastIndexOf(attempt.read[0].writer));
            }
        }

        double mean() {
            return (double) missed / reads;
        }
    }

    // ---- faults

    private static final String OUT_AT_10 = "{id: out, at: 10s, region-outage: us-east-1}";

    private static RecoveryPoint rpo(RunResult result, int fault) {
        return result.faults().get(fault).rpo();
    }

    /** 45 writes a second and a lag of half a second: about 22 are missing elsewhere. */
    @Test
    void aRegionTakesWithItWhatHadNotLeftIt() {
        String lag = "active-active-lww.lag=500ms";
        RunResult gone = Told.run(BOTH_WRITE, lag, "faults=[" + OUT_AT_10 + "]");
        assertThat(rpo(gone, 0).lost()).isZero();
        assertThat(rpo(gone, 0).unavailable()).isBetween(8L, 40L);
        RunResult back = Told.run(BOTH_WRITE, lag, "faults=[" + OUT_AT_10.replace("at: 10s", "at: 10s, for: 8s") + "]");
        assertThat(rpo(back, 0).lost()).isZero();
        assertThat(rpo(back, 0).unavailable()).isZero();
        RunResult burnt = Told.run(
                BOTH_WRITE,
                lag,
                "faults=[" + OUT_AT_10
                        + ", {id: burnt, at: 10001ms, disk: {role: replica, region: us-east-1, lose: true}}]");
        assertThat(rpo(burnt, 0).lost() + rpo(burnt, 1).lost())
                .isEqualTo(rpo(gone, 0).unavailable());
        assertThat(Math.max(rpo(burnt, 0).seconds(), rpo(burnt, 1).seconds())).isBetween(0.35, 0.6);
    }

    @Test
    void aCutLinkIsABacklogAndBothSidesServeOn() {
        RunResult whole = Told.run(BOTH_WRITE, NO_FAULTS);
        RunResult cut = Told.run(
                BOTH_WRITE, "faults=[{id: cut, at: 5s, for: 20s, partition: {between: [[us-east-1], [us-east-2]]}}]");
        for (String workload : List.of("virginia", "ohio")) {
            assertThat(Told.workload(cut, workload).availability()).isEqualTo(1);
        }
        assertThat(count(cut, "conflicts")).isGreaterThan(2 * count(whole, "conflicts"));
        assertThat(rpo(cut, 0).unavailable()).isZero();
    }

    /** The stream is a queue: 45 rows of 1 KiB a second need more than it carries, and what waits is lost with the region. */
    @Test
    void aStreamThatIsTooNarrowFallsBehind() {
        String narrow = "active-active-lww.bandwidth=8KiB"; // Of each of three replicas.
        RunResult wide = Told.run(BOTH_WRITE, "faults=[" + OUT_AT_10 + "]");
        assertThat(wide.waits().get("replication-lag").p50()).isBetween(0.3, 0.6);
        RunResult behind = Told.run(BOTH_WRITE, narrow, "faults=[" + OUT_AT_10 + "]");
        assertThat(behind.waits().get("replication-lag").p50()).isGreaterThan(2);
        assertThat(rpo(behind, 0).unavailable()).isGreaterThan(4 * rpo(wide, 0).unavailable());
        RunResult drained = Told.run(
                BOTH_WRITE, narrow, "faults=[{id: quiet, at: 3s, load: {factor: x0.0001}}, " + OUT_AT_10 + "]");
        assertThat(rpo(drained, 1).unavailable()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crash: {role: replica, zone: us-east-1a}",
                "pause: {role: replica, zone: us-east-1b}",
                "zone-outage: us-east-1c",
                "partition: {isolate: [us-east-1a]}",
                "disk: {role: replica, zone: us-east-1a, lose: true}",
                "disk: {role: replica, zone: us-east-1a, stall: true}"
            })
    void oneReplicaLessLosesNothing(String fault) {
        RunResult result = Told.run(
                BOTH_WRITE, "active-active-lww.rebuild-time=2s", "faults=[{id: f, at: 5s, for: 10s, " + fault + "}]");
        assertThat(rpo(result, 0).lost()).isZero();
        assertThat(rpo(result, 0).unavailable()).isZero();
        assertThat(Told.rto(result, "us-east-1", "write")).isLessThan(4);
        assertThat(Told.rto(result, "us-east-2", "write")).isZero();
    }

    /** The neighbours have a dead replica's log, and one of them goes on sending it. */
    @Test
    void whatADeadReplicaHadTakenStillReachesTheOtherRegion() {
        RunResult result = Told.run(
                BOTH_WRITE,
                "active-active-lww.lag=2s",
                "faults=[{id: crash, at: 5s, crash: {role: replica, zone: us-east-1a}},"
                        + " {id: quiet, at: 6s, load: {factor: x0.0001}},"
                        + " {id: out, at: 15s, region-outage: us-east-1}]");
        assertThat(rpo(result, 2).unavailable()).isZero();
        assertThat(rpo(result, 2).lost()).isZero();
    }
}
