package dsqlsim.measure;

import dsqlsim.report.Aborts;
import dsqlsim.report.Attempts;
import dsqlsim.report.Failures;
import dsqlsim.report.LatencyStats;
import dsqlsim.report.RegionResult;
import dsqlsim.report.Transactions;
import dsqlsim.report.WorkloadResult;
import dsqlsim.txn.Operation;
import dsqlsim.txn.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What clients saw in a phase, per workload and per region of origin. */
final class ClientResults {
    private final Recorder recorder;
    private final MeasurePlan plan;

    ClientResults(Recorder recorder) {
        this.recorder = recorder;
        this.plan = recorder.plan;
    }

    List<WorkloadResult> workloads(int phase) {
        List<WorkloadResult> all = new ArrayList<>();
        for (int w = 0; w < plan.workloads().size(); w++) {
            all.add(workload(w, phase));
        }
        return all;
    }

    /** The regions that have clients. */
    List<RegionResult> regions(int phase) {
        List<RegionResult> all = new ArrayList<>();
        for (int r = 0; r < plan.regions().size(); r++) {
            int region = r;
            if (plan.workloads().stream().anyMatch(load -> load.region() == region)) {
                all.add(region(region, phase));
            }
        }
        return all;
    }

    private WorkloadResult workload(int index, int phase) {
        MeasurePlan.Load load = plan.workloads().get(index);
        Tally tally = recorder.clients.of(index, phase);
        return new WorkloadResult(
                load.name(),
                plan.regions().get(load.region()),
                new Transactions(tally.offered, tally.succeeded, tally.gaveUp, tally.open, tally.duplicates),
                attempts(tally),
                tally.abortRate(),
                tally.retryAmplification(),
                tally.availability(),
                recorder.clients.availabilityByTime(Scope.workload(index), phase),
                throughput(tally, phase),
                latency(tally));
    }

    private RegionResult region(int region, int phase) {
        Tally tally = recorder.clients.of(Scope.region(region), phase);
        return new RegionResult(
                plan.regions().get(region),
                tally.availability(),
                recorder.clients.availabilityByTime(Scope.region(region), phase),
                tally.abortRate(),
                throughput(tally, phase),
                latency(tally),
                waits(region, phase));
    }

    private Double throughput(Tally tally, int phase) {
        return tally.throughput(recorder.phases.lengthNanos(phase, recorder.endNanos()));
    }

    private Map<String, LatencyStats> waits(int region, int phase) {
        Map<String, LatencyStats> waits = new LinkedHashMap<>();
        for (Waits.Kind kind : Waits.Kind.values()) {
            if (kind.regional && recorder.waits.get(phase, kind, region).count() > 0) {
                waits.put(kind.label, recorder.waits.get(phase, kind, region).stats());
            }
        }
        return waits;
    }

    private static Map<String, LatencyStats> latency(Tally tally) {
        Map<String, LatencyStats> latency = new LinkedHashMap<>();
        for (Operation operation : Operation.values()) {
            latency.put(operation.label(), tally.latency(operation).stats());
        }
        return latency;
    }

    private static Attempts attempts(Tally tally) {
        return new Attempts(
                tally.attempts,
                tally.count(Outcome.COMMITTED),
                tally.count(Outcome.UNKNOWN),
                new Aborts(
                        tally.count(Outcome.ABORTED_OCC_DATA),
                        tally.count(Outcome.ABORTED_OCC_CATALOG),
                        tally.count(Outcome.ABORTED_DEADLOCK),
                        tally.count(Outcome.ABORTED_LIMIT),
                        tally.count(Outcome.ABORTED_SNAPSHOT_TOO_OLD)),
                new Failures(
                        tally.count(Outcome.FAILED_UNAVAILABLE),
                        tally.count(Outcome.FAILED_CONNECTION),
                        tally.count(Outcome.FAILED_TIMEOUT)),
                tally.abandoned);
    }
}
