package dsqlsim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results made up for tests: a region that is cut off, and back after two minutes; RTO about 4 s. */
final class Sample {
    static final double AT = 60;
    private static final double HEALED = 180;
    static final double END = 300;

    private Sample() {}

    /** Everything is met. */
    static RunResult regionIsolation() {
        return new RunResult(
                RunResult.FORMAT,
                new ScenarioSource(
                        "region-isolation",
                        "What do users in Ohio see, and is anything lost, when us-east-2 is cut off for two minutes?",
                        "3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855e",
                        "scenarios/region-isolation.yaml"),
                new RunSummary(
                        "dsql-multi-region",
                        1,
                        "0.1.0",
                        "9f2c61d0a1b2c3d4",
                        "51ab88e0c04d77f2",
                        END,
                        20,
                        12_345_678,
                        4_567_890,
                        "dsqlsim run region-isolation --seed 1"),
                RunVerdict.MET,
                workloads(1),
                regions(),
                waits(),
                Map.of("lost-updates", 0L),
                List.of(
                        new HotKey("main/0", 3120, 188),
                        new HotKey("main/1", 1650, 61),
                        new HotKey("main/2", 1101, 20)),
                phases(),
                List.of(fault()),
                List.of(
                        new FailoverGap(1, AT, 3.906, 3.62, "cut"),
                        new FailoverGap(3, AT, 4.012, 3.668, "cut"),
                        new FailoverGap(1, 211.4, 0.0221, 0.0113, "hand-over"),
                        new FailoverGap(3, 211.6, 0.0237, 0.0121, "hand-over")),
                events(),
                safety(),
                expectations(),
                SampleTimeline.timeline(),
                null,
                assumptions(),
                Replications.ONE,
                null,
                List.of("the votes of 2 candidates crossed at 63.61 s: the election of shard 3 took a second round"));
    }

    /** A run that measured nothing at all: no workload, no fault, no timeline. */
    static RunResult empty() {
        RunResult good = regionIsolation();
        return new RunResult(
                good.format(),
                good.scenario(),
                good.run(),
                RunVerdict.MET,
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Timeline(0.1, 0, List.of()),
                null,
                List.of(),
                Replications.ONE,
                null,
                List.of());
    }

    static RunResult withWarningAndName(RunResult result, String text) {
        ScenarioSource scenario =
                new ScenarioSource(text, text, result.scenario().sha256(), text);
        return new RunResult(
                result.format(),
                scenario,
                result.run(),
                result.verdict(),
                result.workloads(),
                result.regions(),
                result.waits(),
                result.incidents(),
                result.hotKeys(),
                result.phases(),
                result.faults(),
                result.failoverGaps(),
                result.events(),
                result.safety(),
                result.expectations(),
                result.timeline(),
                null,
                result.assumptions(),
                result.replications(),
                null,
                List.of(text));
    }

    static RunResult withTimeline(RunResult result, Timeline timeline) {
        return with(result, result.events(), timeline);
    }

    static RunResult with(RunResult result, List<SystemEvent> events, Timeline timeline) {
        return new RunResult(
                result.format(),
                result.scenario(),
                result.run(),
                result.verdict(),
                result.workloads(),
                result.regions(),
                result.waits(),
                result.incidents(),
                result.hotKeys(),
                result.phases(),
                result.faults(),
                result.failoverGaps(),
                events,
                result.safety(),
                result.expectations(),
                timeline,
                null,
                result.assumptions(),
                result.replications(),
                null,
                result.warnings());
    }

    private static List<WorkloadResult> workloads(double share) {
        return List.of(
                workload("virginia-orders", "us-east-1", share, 410, 1180, 0.98502),
                workload("ohio-orders", "us-east-2", share, 388, 4100, 0.94911));
    }

    private static WorkloadResult workload(
            String name, String region, double share, long aborts, long unavailable, double availability) {
        long offered = Math.round(84_000 * share);
        long gaveUp = Math.round(offered * (1 - availability));
        long aborted = Math.round(aborts * share);
        long failed = Math.round(unavailable * share);
        long committed = offered - gaveUp;
        Map<String, LatencyStats> latency = new LinkedHashMap<>();
        latency.put("begin", latency(offered, 0.0011));
        latency.put("read", latency(offered * 4, 0.0016));
        latency.put("statement", latency(offered * 4, 0.0017));
        latency.put("commit", latency(committed, 0.0152));
        latency.put("transaction", latency(committed, 0.0243));
        return new WorkloadResult(
                name,
                region,
                new Transactions(offered, committed, gaveUp, 0, 0),
                new Attempts(
                        committed + aborted + failed + 31,
                        committed,
                        31,
                        new Aborts(aborted, 0, 0, 0, 0),
                        new Failures(failed, 12, 19),
                        7),
                aborted / (double) (committed + aborted),
                (committed + aborted + failed + 31) / (double) offered,
                availability,
                availability - 0.0009,
                committed / (280 * share),
                latency);
    }

    private static LatencyStats latency(long count, double median) {
        return new LatencyStats(
                count,
                median * 0.6,
                median * 1.08,
                median * 0.4,
                median,
                median * 1.6,
                median * 2.9,
                median * 9,
                median * 210);
    }

    private static List<RegionResult> regions() {
        Map<String, LatencyStats> transaction = Map.of("transaction", latency(83_990, 0.0243));
        Map<String, LatencyStats> waits = Map.of("read-wait", latency(9_120, 0.0004));
        return List.of(
                new RegionResult("us-east-1", 0.98502, 0.98412, 0.00486, 295.6, transaction, waits),
                new RegionResult("us-east-2", 0.94911, 0.94821, 0.0047, 284.7, transaction, waits));
    }

    private static Map<String, LatencyStats> waits() {
        Map<String, LatencyStats> waits = new LinkedHashMap<>();
        waits.put("read-wait", latency(18_240, 0.0004));
        waits.put("lock-wait", LatencyStats.NONE);
        waits.put("commit-wait", latency(91_010, 0.0002));
        waits.put("quorum-wait", latency(91_010, 0.0138));
        return waits;
    }

    private static List<PhaseResult> phases() {
        return List.of(
                new PhaseResult("before", 20, AT, workloads(1 / 7.0), regions()),
                new PhaseResult("ohio-cut-off", AT, HEALED, workloads(3 / 7.0), regions()),
                new PhaseResult("recovery ohio-cut-off", HEALED, 210, workloads(3 / 28.0), regions()),
                new PhaseResult("after", HEALED, END, workloads(3 / 7.0), regions()));
    }

    private static FaultResult fault() {
        return new FaultResult(
                "ohio-cut-off",
                "partition",
                "us-east-2 isolated",
                "region",
                AT,
                HEALED,
                List.of(),
                List.of(
                        rto("us-east-1", "read", 3.412, parts("detect", 3.2, "evict", 0.204)),
                        rto(
                                "us-east-1",
                                "write",
                                4.012,
                                parts("detect", 3.2, "evict", 0.204, "elect", 0.264, "catch-up", 0.344)),
                        new RecoveryTime("us-east-1", "connect", 0.0, true, Map.of(), 0.012),
                        rto("us-east-2", "read", 11.218, parts("reroute", 11.218)),
                        rto("us-east-2", "write", 11.231, parts("reroute", 11.231)),
                        rto("us-east-2", "connect", 10.9, parts("reroute", 10.9))),
                List.of(
                        rto("us-east-1", "write", 4.012, Map.of()),
                        new RecoveryTime("us-east-2", "write", null, false, Map.of(), 0.121)),
                new RecoveryPoint(0, 0, 0.0, List.of()),
                new ObjectiveResult(30.0, 0.0, Verdict.MET, Verdict.MET, Verdict.MET));
    }

    private static RecoveryTime rto(String region, String operation, double seconds, Map<String, Double> parts) {
        return new RecoveryTime(region, operation, seconds, true, parts, 0.121);
    }

    private static Map<String, Double> parts(Object... namesAndSeconds) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndSeconds.length; i += 2) {
            parts.put((String) namesAndSeconds[i], (Double) namesAndSeconds[i + 1]);
        }
        return parts;
    }

    private static List<SystemEvent> events() {
        return List.of(
                new SystemEvent(AT, "fault-injected", null, null, null, "ohio-cut-off"),
                new SystemEvent(63.2, "eviction-proposed", null, "control-plane.us-east-1", 1L, null),
                new SystemEvent(63.404, "region-evicted", null, "us-east-2", 2L, null),
                new SystemEvent(63.62, "leader-elected", 1, "adjudicator-1.us-east-1b", 2L, null),
                new SystemEvent(63.668, "leader-elected", 3, "adjudicator-3.us-east-1a", 2L, null),
                new SystemEvent(HEALED, "fault-healed", null, null, null, "ohio-cut-off"),
                new SystemEvent(210.9, "region-readmitted", null, "us-east-2", 3L, null),
                new SystemEvent(211.411, "leader-elected", 1, "adjudicator-1.us-east-2b", 3L, null),
                new SystemEvent(211.612, "leader-elected", 3, "adjudicator-3.us-east-2a", 3L, null));
    }

    private static List<SafetyResult> safety() {
        List<SafetyResult> checks = new ArrayList<>();
        for (String check : List.of(
                "durability",
                "atomicity",
                "snapshot-isolation",
                "linearizable-reads",
                "one-leader-per-epoch",
                "monotone-commits",
                "promise-kept",
                "convergence",
                "clock-bound")) {
            checks.add(new SafetyResult(check, SafetyVerdict.OK, 162_460, false, Map.of(), List.of()));
        }
        return checks;
    }

    private static List<ExpectationResult> expectations() {
        return List.of(
                new ExpectationResult("rpo == 0s", 0.0, Verdict.MET, 38, "s", null),
                new ExpectationResult("rto(us-east-1, write) < 15s", 4.012, Verdict.MET, 39, "s", null),
                new ExpectationResult(
                        "availability(us-east-1) >= 95% during ohio-cut-off", 0.966, Verdict.MET, 40, "share", null),
                new ExpectationResult("abort-rate < 2% during before", 0.00486, Verdict.MET, 41, "share", null),
                new ExpectationResult("violations == 0", 0.0, Verdict.MET, 42, "count", null));
    }

    private static List<AssumptionUse> assumptions() {
        return List.of(
                new AssumptionUse("membership.detect", "3s", "re:Invent 2025 DAT442, 41:10", "stated", false, null),
                new AssumptionUse(
                        "adjudicator.election-timeout",
                        "30ms..60ms",
                        "taken from Raft practice",
                        "inferred",
                        true,
                        "150ms..300ms"),
                new AssumptionUse(
                        "network.us-east-1.us-east-2",
                        "6.5ms",
                        "published latency monitor, 2026-03",
                        "measured",
                        false,
                        null),
                new AssumptionUse("limits.connections", "10000", "DSQL user guide, quotas", "documented", false, null));
    }
}
