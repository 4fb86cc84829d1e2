package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * All that is known of a run once it is over: the content of the result file, format 1, in the order of the file.
 *
 * <p>Times and durations are numbers in seconds, shares are 0..1, a metric without samples is null. Nothing here depends on
 * the machine that ran it. With replications everything but {@link #replications} is of replication 0.
 *
 * @param format the version of the file format: {@link #FORMAT}
 * @param waits waits inside the database by name: {@code read-wait}, {@code lock-wait}, {@code commit-wait}, {@code quorum-wait}, {@code replication-lag}
 * @param incidents what happened that nobody was told of, such as {@code lost-updates}, by name; null in files of older versions
 * @param hotKeys the keys with most aborts, hottest first, at most 20
 * @param failoverGaps every change of a leader, in the order of time
 * @param twin how it differs from the run with a fault that was left out; null (and left out) in other runs
 * @param cost null (and left out) when nothing can be said of it
 */
@JsonPropertyOrder({
    "dsqlsim-result",
    "scenario",
    "run",
    "verdict",
    "workloads",
    "regions",
    "waits",
    "incidents",
    "hot-keys",
    "phases",
    "faults",
    "failover-gaps",
    "events",
    "safety",
    "expectations",
    "timeline",
    "cost",
    "assumptions",
    "replications",
    "twin",
    "warnings"
})
public record RunResult(
        @JsonProperty(value = "dsqlsim-result", required = true)
        int format,

        @JsonProperty(required = true) ScenarioSource scenario,
        @JsonProperty(required = true) RunSummary run,
        @JsonProperty(required = true) RunVerdict verdict,
        @JsonProperty(required = true) List<WorkloadResult> workloads,
        @JsonProperty(required = true) List<RegionResult> regions,
        Map<String, LatencyStats> waits,
        Map<String, Long> incidents,
        @JsonProperty("hot-keys") List<HotKey> hotKeys,
        @JsonProperty(required = true) List<PhaseResult> phases,
        @JsonProperty(required = true) List<FaultResult> faults,
        @JsonProperty("failover-gaps") List<FailoverGap> failoverGaps,
        @JsonProperty(required = true) List<SystemEvent> events,
        @JsonProperty(required = true) List<SafetyResult> safety,
        @JsonProperty(required = true) List<ExpectationResult> expectations,
        @JsonProperty(required = true) Timeline timeline,
        @JsonInclude(JsonInclude.Include.NON_NULL) CostEstimate cost,
        @JsonProperty(required = true) List<AssumptionUse> assumptions,
        @JsonProperty(required = true) Replications replications,
        @JsonInclude(JsonInclude.Include.NON_NULL) Diff twin,
        @JsonProperty(required = true) List<String> warnings) {
    /** The version of the result file that this program writes. */
    public static final int FORMAT = 1;

    public RunResult {
        workloads = Frozen.list(workloads);
        regions = Frozen.list(regions);
        waits = Frozen.map(waits);
        incidents = Frozen.map(incidents);
        hotKeys = Frozen.list(hotKeys);
        phases = Frozen.list(phases);
        faults = Frozen.list(faults);
        failoverGaps = Frozen.list(failoverGaps);
        events = Frozen.list(events);
        safety = Frozen.list(safety);
        expectations = Frozen.list(expectations);
        assumptions = Frozen.list(assumptions);
        warnings = Frozen.list(warnings);
    }

    /** The same run, with these parts in place of its own. */
    public RunResult with(RunSummary summary, RunVerdict verdict, Replications replications, List<String> warnings) {
        return new RunResult(
                format,
                scenario,
                summary,
                verdict,
                workloads,
                regions,
                waits,
                incidents,
                hotKeys,
                phases,
                faults,
                failoverGaps,
                events,
                safety,
                expectations,
                timeline,
                cost,
                assumptions,
                replications,
                twin,
                warnings);
    }

    /** The same run with its twin beside it. */
    public RunResult besideTwin(Diff other) {
        return new RunResult(
                format,
                scenario,
                run,
                verdict,
                workloads,
                regions,
                waits,
                incidents,
                hotKeys,
                phases,
                faults,
                failoverGaps,
                events,
                safety,
                expectations,
                timeline,
                cost,
                assumptions,
                replications,
                other,
                warnings);
    }
}
