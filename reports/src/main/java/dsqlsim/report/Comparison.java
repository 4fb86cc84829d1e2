package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * One scenario against several designs: the content of the file that {@code compare} writes, format 1.
 *
 * @param workloadFingerprint of what all designs were asked; null when they were not asked the same, which {@code warnings} explain
 * @param repeat replications of each design, paired by their seeds
 * @param designs those that were run, in the order of {@code results} and of the cells of every row
 * @param table what a reader looks at first
 * @param results replication 0 of each design, with all its replications' scalars
 * @param differences of every design to the first, metric by metric
 */
@JsonPropertyOrder({
    "dsqlsim-comparison",
    "scenario",
    "seed",
    "repeat",
    "version",
    "workload-fingerprint",
    "designs",
    "left-out",
    "table",
    "promises",
    "differences",
    "warnings",
    "reproduce",
    "results"
})
public record Comparison(
        @JsonProperty(value = "dsqlsim-comparison", required = true)
        int format,

        @JsonProperty(required = true) ScenarioSource scenario,
        @JsonProperty(required = true) long seed,
        @JsonProperty(required = true) int repeat,
        @JsonProperty(required = true) String version,

        @JsonProperty("workload-fingerprint") @JsonInclude(JsonInclude.Include.ALWAYS)
        String workloadFingerprint,

        @JsonProperty(required = true) List<ComparedDesign> designs,

        @JsonProperty(value = "left-out", required = true) List<LeftOut> leftOut,

        @JsonProperty(required = true) List<ComparisonRow> table,
        @JsonProperty(required = true) List<PromiseResult> promises,
        @JsonProperty(required = true) List<MetricDifference> differences,
        @JsonProperty(required = true) List<String> warnings,
        @JsonProperty(required = true) String reproduce,
        @JsonProperty(required = true) List<RunResult> results) {
    /** The version of the file that this program writes. */
    public static final int FORMAT = 1;

    public Comparison {
        designs = Frozen.list(designs);
        leftOut = Frozen.list(leftOut);
        table = Frozen.list(table);
        promises = Frozen.list(promises);
        differences = Frozen.list(differences);
        warnings = Frozen.list(warnings);
        results = Frozen.list(results);
    }

    /** What a reader should know beside the figures, a sentence each: adaptations, faults without effect, designs left out. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (ComparedDesign design : designs) {
            design.adaptations().forEach(each -> notes.add(design.architecture() + " " + each + "."));
            design.meaningless().forEach(each -> notes.add(each.fault() + ": " + each.reason() + "."));
        }
        leftOut.forEach(each -> notes.add("Left out: " + each.architecture() + ", as " + each.reason() + "."));
        warnings.forEach(each -> notes.add("Warning: " + each + "."));
        return notes;
    }

    /** A design that was not run. */
    public record LeftOut(
            @JsonProperty(required = true) String architecture,
            @JsonProperty(required = true) String reason) {}
}
