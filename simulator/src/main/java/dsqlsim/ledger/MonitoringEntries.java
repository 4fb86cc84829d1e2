package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.choice;
import static dsqlsim.ledger.Entry.entry;

import java.util.List;

/** From a failure to somebody who acts: schedules, functions, metrics, alarms and people. */
final class MonitoringEntries {
    private static final String RECIPE = "a published disaster-recovery recipe for DSQL";
    private static final String EVENTBRIDGE = "EventBridge user guide";
    private static final String CLOUDWATCH = "CloudWatch user guide";

    private MonitoringEntries() {}

    static List<Assumption> all() {
        return List.of(
                entry("monitoring.every", Kind.DURATION)
                        .aws("2m")
                        .sweep("60s", "300s")
                        .note("of a schedule; at least a minute")
                        .documented(RECIPE),
                entry("monitoring.lateness", Kind.DISTRIBUTION)
                        .aws("uniform(0s, 10s)")
                        .ideal("0ms")
                        .sweep("0s", "60s")
                        .note("schedules have no precision in seconds")
                        .documented(EVENTBRIDGE),
                entry("monitoring.tries", Kind.NUMBER)
                        .aws("3")
                        .sweep("1", "5")
                        .note("of a probe before it says unhealthy")
                        .documented(RECIPE),
                entry("monitoring.backoff", Kind.DURATION)
                        .aws("2s")
                        .sweep("0s", "10s")
                        .note("after the first try, then twice as long")
                        .documented(RECIPE),
                entry("monitoring.probe-timeout", Kind.DURATION)
                        .aws("10s")
                        .sweep("1s", "60s")
                        .note("of one try")
                        .inferred(Sources.PROPOSAL),
                entry("monitoring.function-timeout", Kind.DURATION)
                        .words("never")
                        .aws("60s")
                        .sweep("10s", "900s")
                        .note("then the run is killed and stores nothing")
                        .documented(RECIPE),
                entry("monitoring.period", Kind.DURATION)
                        .aws("5m")
                        .sweep("60s", "300s")
                        .note("of an alarm")
                        .documented(RECIPE),
                entry("monitoring.breaching", Kind.NUMBER)
                        .aws("2")
                        .sweep("1", "5")
                        .note("M of M-of-N periods")
                        .documented(RECIPE),
                entry("monitoring.periods", Kind.NUMBER)
                        .aws("2")
                        .sweep("1", "5")
                        .note("N of M-of-N periods")
                        .documented(RECIPE),
                choice("monitoring.missing", "missing", "ignore", "breaching", "not-breaching")
                        .note("what a period without data counts as")
                        .documented(CLOUDWATCH),
                entry("monitoring.evaluation-every", Kind.DURATION)
                        .aws("60s")
                        .sweep("10s", "60s")
                        .note("of alarms with periods of a minute or more")
                        .documented(CLOUDWATCH),
                entry("monitoring.metric-delay", Kind.DURATION)
                        .aws("2m")
                        .ideal("0s")
                        .sweep("0s", "120s")
                        .note(
                                "until a datapoint can be read for certain; alarms look at periods that ended so long ago")
                        .documented(CLOUDWATCH + ": up to two minutes"),
                entry("monitoring.notification", Kind.DISTRIBUTION)
                        .aws("uniform(1s, 30s)")
                        .ideal("0ms")
                        .sweep("1s", "300s")
                        .note("from an alarm to a person")
                        .inferred(Sources.PROPOSAL),
                entry("monitoring.reaction", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 5m, p99 30m)")
                        .ideal("0ms")
                        .sweep("0s", "3600s")
                        .note("until that person has understood, decided and acted")
                        .inferred(Sources.PROPOSAL));
    }
}
