package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A part of the run and the transactions that started in it. Phases may overlap.
 *
 * @param name {@code before}, the id of a fault, {@code recovery} and that id, or {@code after}
 * @param from seconds since the start of the run; {@code to} likewise
 */
public record PhaseResult(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) double from,
        @JsonProperty(required = true) double to,
        @JsonProperty(required = true) List<WorkloadResult> workloads,
        List<RegionResult> regions) {

    public PhaseResult {
        workloads = Frozen.list(workloads);
        regions = Frozen.list(regions);
    }
}
