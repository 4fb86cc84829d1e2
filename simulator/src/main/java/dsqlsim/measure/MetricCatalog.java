package dsqlsim.measure;

import dsqlsim.measure.Metric.Argument;
import dsqlsim.measure.Metric.Phases;
import dsqlsim.txn.Incident;
import dsqlsim.txn.Operation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every metric that expectations, sweeps and replications can name. */
public final class MetricCatalog {
    /** The statistics of a latency or a wait, as they end its metrics' names. */
    public static final List<String> STATISTICS = List.of("p50", "p90", "p99", "p99.9", "mean", "max");
    /** The operations that an RTO is about. */
    public static final List<String> OPERATIONS = List.of("read", "write", "connect");
    /** The safety checks, in the order of results. */
    public static final List<String> CHECKS = List.of(
            "durability",
            "atomicity",
            "snapshot-isolation",
            "linearizable-reads",
            "one-leader-per-epoch",
            "monotone-commits",
            "promise-kept",
            "convergence",
            "clock-bound",
            "conservation");
    /** The types of events that {@code time-to} and {@code events} are asked about, in the order of a story. */
    public static final List<String> EVENTS = List.of(
            "endpoint-unhealthy",
            "endpoint-healthy",
            "fail-open",
            "endpoint-taken-out",
            "endpoint-put-back",
            "rerouted",
            "alarm-raised",
            "alarm-cleared",
            "alarm-without-data",
            "operator-decided",
            "operation-refused",
            "cluster-state",
            "cache-failed-over",
            "cache-promoted",
            "eviction-proposed",
            "eviction-decided",
            "readmitted",
            "failure-detected",
            "restored",
            "backup-unusable",
            "replica-replaced",
            "standby-ready",
            "leader-lost",
            "leader-elected");
    /** What {@code safety(check)} can be compared with. */
    public static final List<String> VERDICTS = List.of("ok", "violated", "unknown", "not-promised");

    private static final Map<String, Metric> METRICS = new LinkedHashMap<>();

    static {
        List<Argument> origin = List.of(Argument.REGION_OR_WORKLOAD);
        List<Argument> recovery = List.of(Argument.REGION, Argument.OPERATION);
        add("rpo", Unit.DURATION, List.of(), Phases.FAULTS, "span of acknowledged commits that a fault lost");
        add(
                "lost",
                Unit.COUNT,
                List.of(),
                Phases.FAULTS,
                "acknowledged commits that the surviving parts can't produce");
        add(
                "rto",
                Unit.DURATION,
                recovery,
                Phases.FAULTS,
                "injection to recovered service, as users of a region see it");
        add("endpoint-rto", Unit.DURATION, recovery, Phases.FAULTS, "the same for what a region's endpoint serves");
        add(
                "failover-gap",
                Unit.DURATION,
                List.of(),
                Phases.ANY,
                "leader gone to its successor's first acknowledgement");
        add("leader-gap", Unit.DURATION, List.of(), Phases.ANY, "leader gone to its successor's election");
        add("time-to", Unit.DURATION, List.of(Argument.EVENT), Phases.FAULTS, "injection to the first event of a type");
        add(
                "cache-hit-ratio",
                Unit.SHARE,
                List.of(Argument.REGION),
                Phases.ANY,
                "transactions that a cache answered / that asked it, by endpoint");
        add("events", Unit.COUNT, List.of(Argument.EVENT), Phases.ANY, "events of a type");
        add(
                "election-terms",
                Unit.COUNT,
                List.of(),
                Phases.ANY,
                "terms until a lost leader's successor was elected; above 1 the votes were split");
        add("availability", Unit.SHARE, origin, Phases.ANY, "transactions that succeeded in time / begun");
        add("availability-time", Unit.SHARE, origin, Phases.ANY, "100 ms buckets in which at least 95 % succeeded");
        add("abort-rate", Unit.SHARE, origin, Phases.ANY, "aborted attempts / (committed + aborted attempts)");
        add("retry-amplification", Unit.RATIO, origin, Phases.ANY, "attempts / transactions");
        add("throughput", Unit.RATE, origin, Phases.ANY, "succeeded transactions per second");
        add("gave-up", Unit.COUNT, origin, Phases.ANY, "transactions whose client gave up");
        add("unknown", Unit.COUNT, origin, Phases.ANY, "attempts whose commit was sent and never answered for certain");
        add(
                "abandoned",
                Unit.COUNT,
                origin,
                Phases.ANY,
                "tries of a commit abandoned and repeated inside the database");
        add("duplicates", Unit.COUNT, origin, Phases.ANY, "transactions that took effect more than once");
        add(
                "violations",
                Unit.COUNT,
                List.of(),
                Phases.NONE,
                "safety checks violated that the scenario did not expect");
        add("safety", Unit.VERDICT, List.of(Argument.CHECK), Phases.NONE, "verdict of a safety check");
        for (Incident incident : Incident.values()) {
            add(incident.label(), Unit.COUNT, List.of(Argument.REGION), Phases.ANY, incident.meaning());
        }
        add("stale-reads", Unit.COUNT, List.of(), Phases.NONE, "reads that missed a commit acknowledged before");
        add("stale-read-rate", Unit.SHARE, List.of(), Phases.NONE, "the same per read");
        add(
                "versions-behind",
                Unit.RATIO,
                List.of(),
                Phases.NONE,
                "acknowledged versions that a read missed, in the mean over all reads");
        for (Operation operation : Operation.values()) {
            series("latency." + operation.label(), origin, "latency of " + operation.label() + " at the client");
        }
        series("read-wait", List.of(Argument.REGION), "a read's wait at storage for its watermark");
        series("lock-wait", List.of(Argument.REGION), "a statement's wait for row locks");
        series("quorum-wait", List.of(), "a commit's wait from append to durable");
        series("replication-lag", List.of(Argument.REGION), "from a commit to its arrival in another region");
        series("commit-wait", List.of(), "a durable commit's wait until its timestamp is surely past");
    }

    private MetricCatalog() {}

    /** All metrics, in the order in which they are documented. */
    public static Collection<Metric> all() {
        return METRICS.values();
    }

    /** The metric of a name, or nothing. */
    public static Optional<Metric> find(String name) {
        return Optional.ofNullable(METRICS.get(name));
    }

    /** All names, for suggestions. */
    public static Collection<String> names() {
        return METRICS.keySet();
    }

    private static void series(String name, List<Argument> arguments, String description) {
        for (String statistic : STATISTICS) {
            add(name + "." + statistic, Unit.DURATION, arguments, Phases.ANY, description + ", " + statistic);
        }
    }

    private static void add(String name, Unit unit, List<Argument> arguments, Phases phases, String description) {
        METRICS.put(name, new Metric(name, unit, arguments, phases, description));
    }
}
