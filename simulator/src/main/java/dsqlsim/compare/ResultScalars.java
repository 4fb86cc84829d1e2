package dsqlsim.compare;

import dsqlsim.report.Attempts;
import dsqlsim.report.FailoverGap;
import dsqlsim.report.FaultResult;
import dsqlsim.report.LatencyStats;
import dsqlsim.report.RecoveryTime;
import dsqlsim.report.RunResult;
import dsqlsim.report.Scalar;
import dsqlsim.report.WorkloadResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;

/** The metrics that a result file tells, named as in expectations, so that files can be compared without running anything. */
final class ResultScalars {
    private final RunResult result;
    private final Map<String, Double> values = new LinkedHashMap<>();

    private ResultScalars(RunResult result) {
        this.result = result;
    }

    /** One map per replication; of a run without repetition what its parts say. */
    static List<Map<String, Double>> of(RunResult result) {
        int count = result.replications().count();
        if (count <= 1 || result.replications().scalars().isEmpty()) {
            return List.of(new ResultScalars(result).all());
        }
        List<Map<String, Double>> all = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            Map<String, Double> one = new LinkedHashMap<>();
            for (Scalar each : result.replications().scalars()) {
                one.put(each.name(), each.values().get(r));
            }
            all.add(one);
        }
        return all;
    }

    private Map<String, Double> all() {
        faults();
        totals();
        result.regions().forEach(each -> values.put("availability(" + each.name() + ")", each.availability()));
        result.workloads().forEach(this::workload);
        result.waits().forEach((name, stats) -> latency(name, "", stats));
        result.incidents().forEach((name, count) -> values.put(name, (double) count));
        values.put("failover-gap", gap());
        if (result.cost() != null) {
            values.put("cost", result.cost().total());
        }
        return values;
    }

    private void faults() {
        if (result.faults().isEmpty()) {
            return;
        }
        values.put(
                "rpo",
                result.faults().stream()
                        .mapToDouble(each -> each.rpo().seconds())
                        .max()
                        .orElse(0));
        values.put("lost", (double) result.faults().stream()
                .mapToLong(each -> each.rpo().lost())
                .max()
                .orElse(0));
        for (FaultResult fault : result.faults()) {
            fault.rto().forEach(this::recovery);
        }
    }

    /** The worst over all faults; null once one did not recover. */
    private void recovery(RecoveryTime time) {
        String name = "rto(" + time.region() + ", " + time.operation() + ")";
        Double before = values.get(name);
        boolean lost = values.containsKey(name) && before == null || Why.away(time);
        Double now = time.seconds() == null
                ? before
                : before == null ? time.seconds() : Double.valueOf(Math.max(before, time.seconds()));
        values.put(name, lost ? null : now);
    }

    private void totals() {
        Counts counts = Counts.of(result);
        long committed = attempts(Attempts::committed);
        long aborted = attempts(each -> each.aborted().total());
        values.put("abort-rate", committed + aborted == 0 ? null : (Double) ((double) aborted / (committed + aborted)));
        values.put(
                "retry-amplification",
                counts.offered() == 0 ? null : (Double) ((double) attempts(Attempts::total) / counts.offered()));
        values.put("throughput", sum());
        values.put("gave-up", (double) counts.gaveUp());
        values.put("unknown", (double) counts.unknown());
        values.put("abandoned", (double) attempts(Attempts::abandoned));
    }

    private Double sum() {
        List<Double> all = result.workloads().stream()
                .map(WorkloadResult::throughput)
                .filter(Objects::nonNull)
                .toList();
        return all.isEmpty()
                ? null
                : (Double) all.stream().mapToDouble(Double::doubleValue).sum();
    }

    private long attempts(ToLongFunction<Attempts> count) {
        return result.workloads().stream()
                .mapToLong(each -> count.applyAsLong(each.attempts()))
                .sum();
    }

    private void workload(WorkloadResult each) {
        String of = "(" + each.name() + ")";
        values.put("availability" + of, each.availability());
        values.put("abort-rate" + of, each.abortRate());
        values.put("throughput" + of, each.throughput());
        each.latency().forEach((operation, stats) -> latency("latency." + operation, of, stats));
    }

    private void latency(String name, String of, LatencyStats stats) {
        values.put(name + ".p50" + of, stats.p50());
        values.put(name + ".p99" + of, stats.p99());
        values.put(name + ".mean" + of, stats.mean());
        values.put(name + ".max" + of, stats.max());
    }

    private Double gap() {
        return result.failoverGaps().stream()
                .map(FailoverGap::gap)
                .filter(Objects::nonNull)
                .max(Double::compare)
                .orElse(null);
    }
}
