package dsqlsim.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A result in which everything went wrong, and whose texts try to break out of the page. */
final class HostileSample {
    private HostileSample() {}

    /** {@link Sample} with a missed expectation, a breached objective and a violated check, and a name that tries to break out. */
    static RunResult result() {
        RunResult good = Sample.regionIsolation();
        FaultResult fault = good.faults().get(0);
        String evil =
                "</script><script>document.title='owned'</script>\u2028<img src=x onerror=alert(1)> & \"quotes\" 'n `ticks`";
        FaultResult lossy = new FaultResult(
                "cut <b>off</b>",
                fault.kind(),
                evil,
                fault.disruption(),
                fault.at(),
                null,
                List.of(),
                List.of(
                        new RecoveryTime("us-east-1", "write", 41.25, true, Map.of(), 0.085),
                        new RecoveryTime("us-east-2", "write", null, false, Map.of(), 0.085),
                        new RecoveryTime("us-east-2", "read", null, false, Map.of(), null)),
                List.of(),
                new RecoveryPoint(
                        3,
                        17,
                        0.412,
                        List.of(new LostTransaction(
                                "ohio-orders/17/204", evil, 60.2, List.of("main/17", "main/" + evil)))),
                new ObjectiveResult(30.0, 0.0, Verdict.MISSED, Verdict.MISSED, Verdict.MISSED));
        return new RunResult(
                good.format(),
                new ScenarioSource(evil, evil, good.scenario().sha256(), evil),
                good.run(),
                RunVerdict.VIOLATED,
                good.workloads(),
                good.regions(),
                good.waits(),
                new TreeMap<>(Map.of("conflicts", 9L, "lost-updates", 4L)),
                good.hotKeys(),
                good.phases(),
                List.of(lossy),
                good.failoverGaps(),
                good.events(),
                List.of(
                        new SafetyResult(
                                "durability",
                                SafetyVerdict.VIOLATED,
                                167_980,
                                false,
                                Map.of("lost-commit", 3L),
                                List.of(
                                        "transaction ohio-orders/17/204 was acknowledged at 60.2 s and is in no surviving journal",
                                        evil)),
                        new SafetyResult("snapshot-isolation", SafetyVerdict.UNKNOWN, 0, false, Map.of(), List.of()),
                        new SafetyResult(
                                "linearizable-reads",
                                SafetyVerdict.NOT_PROMISED,
                                12,
                                false,
                                Map.of("stale-read", 4L),
                                List.of())),
                List.of(
                        new ExpectationResult("rpo == 0s", 0.412, Verdict.MISSED, 38, "s", null),
                        new ExpectationResult(
                                "abort-rate < 2% during " + evil, null, Verdict.UNKNOWN, 41, "share", null),
                        new ExpectationResult(
                                "safety(durability) == violated", null, Verdict.MET, 42, null, "violated")),
                good.timeline(),
                null,
                good.assumptions(),
                good.replications(),
                null,
                List.of(evil));
    }
}
