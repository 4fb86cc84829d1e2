package dsqlsim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.FaultResult;
import dsqlsim.report.RunResult;
import dsqlsim.report.RunVerdict;
import dsqlsim.scenario.Scenario;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What each fault does to each design, cell by cell: how long users in Virginia can't write, what is lost, and whether two sides
 * ever took writes that did not know of each other.
 */
class OutcomeMatrixTest {
    private static final double HOUR = 3600;

    /** What was found in a cell. */
    private record Found(RunResult result, FaultResult fault, long split) {
        /** Seconds until users in Virginia write again; infinite if they never do. */
        double rto() {
            return fault.rto().stream()
                    .filter(each -> each.region().equals("us-east-1")
                            && each.operation().equals("write"))
                    .mapToDouble(each -> each.recovered() ? each.seconds() : Double.POSITIVE_INFINITY)
                    .findFirst()
                    .orElse(0);
        }

        long lost() {
            return result.faults().stream().mapToLong(each -> each.rpo().lost()).sum();
        }

        double lostSeconds() {
            return result.faults().stream()
                    .mapToDouble(each -> each.rpo().seconds())
                    .max()
                    .orElse(0);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "RTO %8.2f s, RPO %8.2f s (%d lost, %d unavailable), %s",
                    rto(),
                    lostSeconds(),
                    lost(),
                    fault.rpo().unavailable(),
                    split == 0 ? "one history" : split + " writes in a second history");
        }
    }

    /** A scenario, what must come of it, and the words of the published matrix. */
    private record Cell(String fault, String design, String words, String text, String faults, Consumer<Found> judge) {
        DynamicTest test() {
            return DynamicTest.dynamicTest(fault + " x " + design, () -> {
                Scenario scenario = Told.scenario(text, "faults=[" + faults + "]");
                SecondHistory watch = new SecondHistory(scenario.faults().get(0).atNanos());
                RunResult result = Small.trial(scenario, scenario.seed(), Options.STANDARD.observing(watch))
                        .result();
                Found found = new Found(result, result.faults().get(0), watch.count());
                System.out.printf(Locale.ROOT, "%-14s x %-20s %-40s %s%n", fault, design, words, found);
                assertThat(result.verdict()).as("what is promised is kept").isNotEqualTo(RunVerdict.VIOLATED);
                judge.accept(found);
            });
        }
    }

    // ---- what may come of it

    private static Consumer<Found> rto(double least, double most) {
        return found -> assertThat(found.rto()).as("RTO").isBetween(least, most);
    }

    private static Consumer<Found> out() {
        return found -> assertThat(found.rto()).as("RTO").isInfinite();
    }

    private static Consumer<Found> nothingLost() {
        return found -> assertThat(found.lost()).as("lost").isZero();
    }

    private static Consumer<Found> lost(double least, double most) {
        return found -> assertThat(found.lostSeconds()).as("RPO").isBetween(least, most);
    }

    private static Consumer<Found> missing() {
        return found ->
                assertThat(found.fault().rpo().unavailable()).as("unavailable").isPositive();
    }

    private static Consumer<Found> oneHistory() {
        return found -> assertThat(found.split())
                .as("writes that did not know of others")
                .isZero();
    }

    private static Consumer<Found> twoHistories() {
        return found -> assertThat(found.split())
                .as("writes that did not know of others")
                .isPositive();
    }

    private static Consumer<Found> refused() {
        return found -> assertThat(found.result().events())
                .as("events")
                .anyMatch(each -> each.type().equals("operation-refused"));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    private static Consumer<Found> all(Consumer<Found>... judges) {
        return found -> Stream.of(judges).forEach(each -> each.accept(found));
    }

    // ---- the designs

    private static String text(String topology, String duration, String rate, String settings) {
        String one = """
                  - name: %s
                    region: %s
                    arrivals: %s
                    transactions: [{name: order, writes: 1, work: 30ms}]
                    keys: {table: main, space: 400}
                    retry: {attempts: 12, base: 100ms, cap: 4s, jitter: full}
                    timeout: 2s
                    routing: {failover: [%s]}
                """;
        boolean two = topology.contains("us-east-2");
        return "dsqlsim: 1\nduration: " + duration + "\nwarmup: 2s\ntopology: {" + topology + "}\nsettings: {"
                + settings
                + "}\nworkload:\n" + String.format(one, "virginia", "us-east-1", rate, two ? "us-east-2" : "")
                + (two ? String.format(one, "ohio", "us-east-2", rate, "us-east-1") : "");
    }

    private static final String BOTH = "regions: [us-east-1, us-east-2]";
    private static final String SELF_MANAGED =
            text("architecture: self-managed, " + BOTH, "60h", "1/min", "self-managed.backup-failure: 0%");
    private static final String MULTI_AZ =
            text("architecture: aurora-multi-az, regions: [us-east-1]", "90s", "20/s", "");
    private static final String WITHOUT_READER =
            text("architecture: aurora-multi-az, regions: [us-east-1]", "20m", "2/s", "aurora.readers: 0");
    private static final String GLOBAL = text("architecture: aurora-global, " + BOTH, "90s", "20/s", "");
    private static final String GLOBAL_LONG = text("architecture: aurora-global, " + BOTH, "10m", "10/s", "");
    private static final String LWW = text("architecture: active-active-lww, " + BOTH, "40s", "40/s", "");
    private static final String SINGLE =
            text("architecture: dsql-single-region, regions: [us-east-1]", "30s", "40/s", "");
    private static final String MULTI =
            text("architecture: dsql-multi-region, witness: us-west-2, shards: 2, " + BOTH, "40s", "40/s", "");

    private static Cell cell(
            String fault, String design, String words, String text, String faults, Consumer<Found> judge) {
        return new Cell(fault, design, words, text, faults, judge);
    }

    // ---- the matrix

    @TestFactory
    Stream<DynamicTest> storageCopyLost() {
        String f = "storage copy";
        String copy = "{id: f, at: 10s, disk: {role: storage, zone: us-east-1a, pick: 0, lose: true}}";
        Consumer<Found> none = all(rto(0, 1), nothingLost(), oneHistory());
        return Stream.of(
                        cell(
                                f,
                                "self-managed",
                                "data loss",
                                SELF_MANAGED,
                                "{id: f, at: 40h, disk: {role: database, lose: true}}",
                                all(rto(HOUR, 24 * HOUR), lost(60, 25 * HOUR), oneHistory())),
                        cell(f, "aurora-multi-az", "none", MULTI_AZ, copy, none),
                        cell(f, "aurora-global", "none", GLOBAL, copy, none),
                        cell(
                                f,
                                "active-active-lww",
                                "none",
                                LWW,
                                "{id: f, at: 10s, disk: {role: replica, zone: us-east-1a, lose: true}}",
                                all(rto(0, 3), nothingLost())),
                        cell(f, "dsql-single-region", "slower retried reads", SINGLE, copy, none),
                        cell(f, "dsql-multi-region", "slower retried reads", MULTI, copy, none))
                .map(Cell::test);
    }

    @TestFactory
    Stream<DynamicTest> computeNodeLost() {
        String f = "compute node";
        String writer = "{id: f, at: 10s, crash: {role: writer, region: us-east-1}}";
        String processor = "{id: f, at: 10s, crash: {role: query-processor, zone: us-east-1a, pick: 0}}";
        Consumer<Found> failover = all(rto(5, 40), nothingLost(), oneHistory());
        Consumer<Found> reconnect = all(rto(0, 2), nothingLost(), oneHistory());
        return Stream.of(
                        cell(
                                f,
                                "self-managed",
                                "hours",
                                SELF_MANAGED,
                                "{id: f, at: 40h, crash: {role: database}}",
                                all(rto(HOUR, 24 * HOUR), lost(0, 25 * HOUR), oneHistory())),
                        cell(f, "aurora-multi-az", "6-35 s (replica)", MULTI_AZ, writer, failover),
                        cell(
                                f,
                                "aurora-multi-az",
                                "6 s (driver that knows)",
                                MULTI_AZ.replace("settings: {", "settings: {aurora.driver: wrapper"),
                                writer,
                                all(rto(3, 12), nothingLost(), oneHistory())),
                        cell(
                                f,
                                "aurora-multi-az",
                                "<= 15 min (none)",
                                WITHOUT_READER,
                                writer,
                                all(rto(300, 16 * 60), nothingLost(), oneHistory())),
                        cell(f, "aurora-global", "same", GLOBAL, writer, failover),
                        cell(
                                f,
                                "active-active-lww",
                                "per stack",
                                LWW,
                                "{id: f, at: 10s, crash: {role: replica, zone: us-east-1a}}",
                                all(rto(0, 5), nothingLost())),
                        cell(f, "dsql-single-region", "1/N connections error", SINGLE, processor, reconnect),
                        cell(f, "dsql-multi-region", "same", MULTI, processor, reconnect))
                .map(Cell::test);
    }

    @TestFactory
    Stream<DynamicTest> zoneLost() {
        String f = "zone";
        String zone = "{id: f, at: 10s, zone-outage: us-east-1a}";
        Consumer<Found> minute = all(rto(0, 60), nothingLost(), oneHistory());
        Consumer<Found> reconnect = all(rto(0, 5), nothingLost(), oneHistory());
        return Stream.of(
                        cell(
                                f,
                                "self-managed",
                                "hours",
                                SELF_MANAGED,
                                "{id: f, at: 40h, zone-outage: us-east-1a}",
                                all(rto(HOUR, 24 * HOUR), lost(0, 25 * HOUR), oneHistory())),
                        cell(f, "aurora-multi-az", "<= 60 s", MULTI_AZ, zone, minute),
                        cell(f, "aurora-global", "same", GLOBAL, zone, minute),
                        cell(f, "active-active-lww", "<= 60 s", LWW, zone, all(rto(0, 60), nothingLost())),
                        cell(f, "dsql-single-region", "reconnect; RPO 0", SINGLE, zone, reconnect),
                        cell(f, "dsql-multi-region", "same", MULTI, zone, reconnect))
                .map(Cell::test);
    }

    @TestFactory
    Stream<DynamicTest> regionLost() {
        String f = "region";
        String region = "{id: f, at: 10s, region-outage: us-east-1}";
        String back = "{id: f, at: 10s, for: 8s, region-outage: us-east-1}";
        return Stream.of(
                        cell(
                                f,
                                "self-managed",
                                "hours-never, RPO <= 24 h",
                                SELF_MANAGED,
                                "{id: f, at: 40h, region-outage: us-east-1}",
                                all(rto(HOUR, 24 * HOUR), lost(60, 25 * HOUR), oneHistory())),
                        cell(
                                f,
                                "self-managed",
                                "never, with backups in the region",
                                SELF_MANAGED
                                        .replace("[us-east-1, us-east-2]", "[us-east-1]")
                                        .replaceFirst("(?s)  - name: ohio.*", "")
                                        .replace("[us-east-2]", "[]"),
                                "{id: f, at: 40h, region-outage: us-east-1}",
                                all(out(), missing())),
                        cell(f, "aurora-multi-az", "out", MULTI_AZ, region, all(out(), nothingLost(), missing())),
                        cell(
                                f,
                                "aurora-multi-az",
                                "RPO 0 if it returns",
                                MULTI_AZ,
                                back,
                                all(rto(8, 60), nothingLost())),
                        cell(
                                f,
                                "aurora-global",
                                "minutes + human, RPO about 1 s",
                                GLOBAL_LONG,
                                region + ", {id: operator, at: 10s, failover: {to: us-east-2, decision-time: 60s}}",
                                all(rto(90, 400), lost(0.05, 5), oneHistory())),
                        cell(f, "aurora-global", "never by itself", GLOBAL, region, all(out(), nothingLost())),
                        cell(
                                f,
                                "aurora-global switchover",
                                "n/a (needs both healthy)",
                                GLOBAL,
                                region + ", {id: operator, at: 12s, switchover: {to: us-east-2}}",
                                all(out(), nothingLost(), refused())),
                        cell(
                                f,
                                "active-active-lww",
                                "reroute time; delayed or lost",
                                LWW,
                                region,
                                all(rto(0.2, 20), nothingLost(), missing())),
                        cell(f, "dsql-single-region", "out", SINGLE, region, all(out(), nothingLost(), missing())),
                        cell(
                                f,
                                "dsql-multi-region",
                                "short stall, RPO 0, automatic",
                                MULTI,
                                region,
                                all(rto(1, 15), nothingLost(), oneHistory())))
                .map(Cell::test);
    }

    @TestFactory
    Stream<DynamicTest> linkCut() {
        String f = "link cut";
        String cut = "{id: f, at: 10s, partition: {between: [[us-east-1], [us-east-2]]}}";
        return Stream.of(
                        cell(
                                f,
                                "self-managed",
                                "-",
                                SELF_MANAGED,
                                cut.replace("10s", "40h"),
                                all(rto(0, 1), nothingLost(), oneHistory())),
                        cell(
                                f,
                                "aurora-global",
                                "lag grows, no loss",
                                GLOBAL,
                                cut,
                                all(rto(0, 1), nothingLost(), oneHistory())),
                        cell(
                                f,
                                "aurora-global",
                                "if promoted: split brain",
                                GLOBAL_LONG,
                                cut + ", {id: operator, at: 11s, failover: {to: us-east-2, decision-time: 10s}}",
                                twoHistories()),
                        cell(
                                f,
                                "aurora-global switchover",
                                "blocked",
                                GLOBAL,
                                cut + ", {id: operator, at: 12s, switchover: {to: us-east-2}}",
                                all(nothingLost(), oneHistory())),
                        cell(
                                f,
                                "active-active-lww",
                                "both serve, conflicts later",
                                LWW,
                                cut.replace("at: 10s", "at: 10s, for: 15s"),
                                all(
                                        rto(0, 1),
                                        nothingLost(),
                                        twoHistories(),
                                        found -> assertThat(found.result()
                                                        .incidents()
                                                        .get("conflicts"))
                                                .isPositive())),
                        cell(
                                f,
                                "dsql-multi-region",
                                "one side evicted; no split brain",
                                MULTI,
                                cut,
                                all(rto(0, 20), nothingLost(), oneHistory())))
                .map(Cell::test);
    }
}
