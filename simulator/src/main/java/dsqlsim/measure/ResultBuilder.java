package dsqlsim.measure;

import dsqlsim.measure.Marks.Mark;
import dsqlsim.report.FailoverGap;
import dsqlsim.report.FaultResult;
import dsqlsim.report.FaultWindow;
import dsqlsim.report.HotKey;
import dsqlsim.report.LatencyStats;
import dsqlsim.report.PhaseResult;
import dsqlsim.report.RecoveryPoint;
import dsqlsim.report.RecoveryTime;
import dsqlsim.report.RegionResult;
import dsqlsim.report.SystemEvent;
import dsqlsim.report.Timeline;
import dsqlsim.report.WorkloadResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured in a run, as the parts of its result. */
public final class ResultBuilder {
    private final Recorder recorder;
    private final MeasurePlan plan;
    private final Names names;
    private final ClientResults clients;

    public ResultBuilder(Recorder recorder, Names names) {
        this.recorder = recorder;
        this.plan = recorder.plan;
        this.names = names;
        this.clients = new ClientResults(recorder);
    }

    public List<WorkloadResult> workloads() {
        return clients.workloads(Phases.WHOLE);
    }

    public List<RegionResult> regions() {
        return clients.regions(Phases.WHOLE);
    }

    /** Waits of all regions together; only those that occurred. */
    public Map<String, LatencyStats> waits() {
        Map<String, LatencyStats> waits = new LinkedHashMap<>();
        for (Waits.Kind kind : Waits.Kind.values()) {
            Latency latency = recorder.waits.get(Phases.WHOLE, kind, -1);
            if (latency.count() > 0) {
                waits.put(kind.label, latency.stats());
            }
        }
        return waits;
    }

    /** What happened that nobody was told of, by name. */
    public Map<String, Long> incidents() {
        return recorder.incidents.all();
    }

    public List<HotKey> hotKeys() {
        return recorder.hotKeys.hottest(names::key);
    }

    /** The phases that occurred, but for the whole run. */
    public List<PhaseResult> phases() {
        List<PhaseResult> all = new ArrayList<>();
        for (int phase = Phases.BEFORE; phase < recorder.phases.count(); phase++) {
            long from = recorder.phases.fromNanos(phase, recorder.endNanos());
            if (from >= 0) {
                double to = recorder.phases.toNanos(phase, recorder.endNanos()) / 1e9;
                String name = recorder.phases.name(phase);
                all.add(new PhaseResult(name, from / 1e9, to, clients.workloads(phase), clients.regions(phase)));
            }
        }
        return all;
    }

    /** What was used in normal operation: before any fault, or in the whole run if nothing was committed there. */
    public Usage usage() {
        Usage before = Usage.of(recorder, Phases.BEFORE);
        Usage whole = Usage.of(recorder, Phases.WHOLE);
        return before.commits() == 0 || before.seconds() == whole.seconds() ? whole : before;
    }

    /** The faults that were injected. */
    public List<FaultResult> faults(List<ObjectiveTarget> objectives) {
        List<FaultResult> all = new ArrayList<>();
        for (int fault = 0; fault < plan.faults().size(); fault++) {
            List<FaultWindow> windows = recorder.windows.of(fault);
            if (!windows.isEmpty()) {
                all.add(fault(fault, windows, objectives));
            }
        }
        return all;
    }

    public List<FailoverGap> failoverGaps() {
        return recorder.leaders.gaps();
    }

    public List<SystemEvent> events() {
        return recorder.marks.all().stream().map(this::event).toList();
    }

    public Timeline timeline() {
        return recorder.timeline.timeline(recorder.endNanos());
    }

    /** What a reader should know about these numbers; empty as a rule. */
    public List<String> warnings() {
        long dropped = recorder.marks.dropped();
        return dropped == 0 ? List.of() : List.of(dropped + " later events are not listed");
    }

    private FaultResult fault(int fault, List<FaultWindow> windows, List<ObjectiveTarget> objectives) {
        MeasurePlan.FaultEntry entry = plan.faults().get(fault);
        List<RecoveryTime> rto = times(recorder.recoveries.ofOrigins(fault));
        RecoveryPoint rpo = recorder.audit.loss(fault).point(plan, names::key);
        return new FaultResult(
                entry.id(),
                entry.kind(),
                entry.description(),
                entry.disruption(),
                windows.get(0).at(),
                windows.get(windows.size() - 1).healed(),
                windows.size() == 1 ? List.of() : windows,
                rto,
                times(recorder.recoveries.ofEndpoints(fault)),
                rpo,
                objectives.stream()
                        .filter(target -> target.disruption().equals(entry.disruption()))
                        .findFirst()
                        .map(target -> target.judge(rto, rpo))
                        .orElse(null));
    }

    private List<RecoveryTime> times(List<Recovery> recoveries) {
        return recoveries.stream()
                .map(each -> new RecoveryTime(
                        plan.regions().get(each.place()),
                        each.operation(),
                        each.recovered() ? (Double) each.seconds() : null,
                        each.recovered(),
                        each.parts(),
                        each.goodWithinNanos() / 1e9))
                .toList();
    }

    private SystemEvent event(Mark mark) {
        return new SystemEvent(
                mark.at() / 1e9,
                mark.type(),
                mark.shard() < 0 ? null : (Integer) mark.shard(),
                mark.node() < 0 ? null : names.node(mark.node()),
                mark.epoch() < 0 ? null : (Long) mark.epoch(),
                mark.fault() < 0 ? null : plan.faults().get(mark.fault()).id(),
                mark.subject(),
                mark.detail());
    }
}
