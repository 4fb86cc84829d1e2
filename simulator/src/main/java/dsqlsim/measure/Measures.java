package dsqlsim.measure;

import dsqlsim.report.SafetyResult;
import dsqlsim.report.SafetyVerdict;
import dsqlsim.txn.Incident;
import dsqlsim.txn.Operation;
import dsqlsim.txn.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers what every metric of the catalogue was in a run that is over. */
public final class Measures {
    private static final Map<String, Incident> INCIDENTS =
            Arrays.stream(Incident.values()).collect(Collectors.toMap(Incident::label, each -> each));

    private final Recorder recorder;
    private final List<SafetyResult> safety;
    private final Map<Part, Tally> tallies = new HashMap<>(); // Looked up, never iterated.

    private record Part(Scope scope, int phase) {}

    public Measures(Recorder recorder, List<SafetyResult> safety) {
        this.recorder = recorder;
        this.safety = List.copyOf(safety);
    }

    /**
     * The value of a metric, in seconds, 0..1, per second or as a number; null when there was no sample, infinite for a
     * recovery that never came.
     *
     * @param arguments region or workload, and operation, as {@link Metric#arguments} says
     * @param phase {@code whole}, {@code before}, a fault's id, {@code recovery} and that id, or {@code after}
     */
    public Double value(String metric, List<String> arguments, String phase) {
        int index = recorder.phases.find(phase);
        if (index < 0) {
            throw new IllegalArgumentException("unknown phase " + phase);
        }
        String first = arguments.isEmpty() ? null : arguments.get(0);
        int dot = metric.indexOf('.');
        if (dot > 0) {
            return statistic(metric.substring(0, dot), metric.substring(dot + 1), first, index);
        }
        return switch (metric) {
            case "rpo" ->
                index == Phases.WHOLE
                        ? (Double) recorder.audit.seconds()
                        : (Double) recorder.audit.loss(fault(index)).seconds();
            case "lost" ->
                (double)
                        (index == Phases.WHOLE
                                ? recorder.audit.lost()
                                : recorder.audit.loss(fault(index)).count());
            case "rto" -> recovery(recorder.recoveries::ofOrigins, arguments, index);
            case "endpoint-rto" -> recovery(recorder.recoveries::ofEndpoints, arguments, index);
            case "failover-gap" -> gap(LeaderChanges.Change::failoverGap, index);
            case "leader-gap" -> gap(LeaderChanges.Change::leaderGap, index);
            case "election-terms" -> gap(LeaderChanges.Change::terms, index);
            case "violations" -> (double) violations();
            case "cache-hit-ratio" -> recorder.cacheReads.hitRatio(region(first), index);
            case "events" -> (double) events().count(first, index);
            case "time-to" -> timeTo(first, index);
            case "stale-reads" ->
                reads().map(found -> (double) found(found, "stale-read")).orElse(null);
            case "stale-read-rate" -> perRead("stale-read");
            case "versions-behind" -> perRead("versions-missed");
            case "availability-time" -> recorder.clients.availabilityByTime(scope(first), index);
            default -> {
                Incident incident = INCIDENTS.get(metric);
                yield incident == null
                        ? count(metric, scope(first), index)
                        : (Double) (double) recorder.incidents.count(incident, region(first), index);
            }
        };
    }

    /** The verdict of a safety check as results write it. */
    public String verdict(String check) {
        return safety.stream()
                .filter(result -> result.check().equals(check))
                .map(result -> result.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .findFirst()
                .orElse("unknown");
    }

    /** What the check of reads found; nothing when it did not run. */
    private Optional<SafetyResult> reads() {
        return safety.stream()
                .filter(result -> result.check().equals("linearizable-reads"))
                .findFirst();
    }

    private Double perRead(String anomaly) {
        return reads().filter(found -> found.examined() > 0)
                .map(found -> (double) found(found, anomaly) / found.examined())
                .orElse(null);
    }

    private static long found(SafetyResult reads, String anomaly) {
        return reads.anomalies().getOrDefault(anomaly, 0L);
    }

    private int region(String name) {
        return name == null ? -1 : recorder.plan.regions().indexOf(name);
    }

    private Double count(String metric, Scope scope, int phase) {
        Tally tally = tally(scope, phase);
        return switch (metric) {
            case "availability" -> tally.availability();
            case "abort-rate" -> tally.abortRate();
            case "retry-amplification" -> tally.retryAmplification();
            case "throughput" -> tally.throughput(recorder.phases.lengthNanos(phase, recorder.endNanos()));
            case "gave-up" -> (double) tally.gaveUp;
            case "unknown" -> (double) tally.count(Outcome.UNKNOWN);
            case "duplicates" -> (double) tally.duplicates;
            case "abandoned" -> (double) tally.abandoned;
            default -> throw new IllegalArgumentException("unknown metric " + metric);
        };
    }

    /** Sums over workloads merge histograms: once is enough. */
    private Tally tally(Scope scope, int phase) {
        return tallies.computeIfAbsent(new Part(scope, phase), part -> recorder.clients.of(scope, phase));
    }

    private Double statistic(String series, String rest, String argument, int phase) {
        if (series.equals("latency")) {
            int dot = rest.indexOf('.');
            Operation operation = Operation.valueOf(rest.substring(0, dot).toUpperCase(Locale.ROOT));
            Latency latency = tally(scope(argument), phase).latency(operation);
            return latency.statistic(rest.substring(dot + 1));
        }
        for (Waits.Kind kind : Waits.Kind.values()) {
            if (kind.label.equals(series)) {
                int region = argument == null ? -1 : recorder.plan.regions().indexOf(argument);
                return recorder.waits.get(phase, kind, region).statistic(rest);
            }
        }
        throw new IllegalArgumentException("unknown metric " + series + "." + rest);
    }

    private Double recovery(Function<Integer, List<Recovery>> ofFault, List<String> arguments, int phase) {
        int region = arguments.isEmpty() ? -1 : recorder.plan.regions().indexOf(arguments.get(0));
        String operation = arguments.size() < 2 ? null : arguments.get(1);
        Double worst = null;
        for (int fault : phase == Phases.WHOLE ? allFaults() : List.of(fault(phase))) {
            for (Recovery each : ofFault.apply(fault)) {
                boolean asked = (region < 0 || each.place() == region)
                        && (operation == null || each.operation().equals(operation));
                if (asked && (worst == null || each.seconds() > worst)) {
                    worst = each.seconds();
                }
            }
        }
        return worst;
    }

    private Double gap(Function<LeaderChanges.Change, Double> length, int phase) {
        Double worst = null;
        for (LeaderChanges.Change change : recorder.leaders.all()) {
            Double gap = length.apply(change);
            boolean inside = Phases.contains(recorder.phases.at(change.lostAt), phase);
            if (inside && gap != null && (worst == null || gap > worst)) {
                worst = gap;
            }
        }
        return worst;
    }

    private EventTimes events() {
        return new EventTimes(recorder.marks.all(), recorder.phases);
    }

    private Double timeTo(String event, int phase) {
        Double longest = null;
        for (int fault : phase == Phases.WHOLE ? allFaults() : List.of(fault(phase))) {
            Double seconds = events().secondsTo(event, fault);
            longest = seconds == null || longest != null && longest > seconds ? longest : seconds;
        }
        return longest;
    }

    private long violations() {
        return safety.stream()
                .filter(result -> result.verdict() == SafetyVerdict.VIOLATED && !result.expected())
                .count();
    }

    private Scope scope(String name) {
        if (name == null) {
            return Scope.ALL;
        }
        int region = recorder.plan.regions().indexOf(name);
        if (region >= 0) {
            return Scope.region(region);
        }
        for (int w = 0; w < recorder.plan.workloads().size(); w++) {
            if (recorder.plan.workloads().get(w).name().equals(name)) {
                return Scope.workload(w);
            }
        }
        throw new IllegalArgumentException("neither a region nor a workload: " + name);
    }

    private List<Integer> allFaults() {
        List<Integer> all = new ArrayList<>();
        for (int fault = 0; fault < recorder.plan.faults().size(); fault++) {
            all.add(fault);
        }
        return all;
    }

    private int fault(int phase) {
        int fault = (phase - 2) / 2;
        if (phase < 2 || phase != Phases.during(fault)) {
            throw new IllegalArgumentException("not a fault: " + recorder.phases.name(phase));
        }
        return fault;
    }
}
