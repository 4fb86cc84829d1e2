package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * Which assumptions an answer hinges on: the content of the file that {@code assumptions --impact} writes, format 1. Each entry of the
 * ledger is set to the ends of its plausible range, one at a time, with the same draws.
 *
 * @param repeat replications of each run; figures are means over them
 * @param base each metric with every assumption as the scenario has it; null without a sample
 * @param metrics each with its entries, the widest swing first
 * @param refused entries that cannot be set to an end of their range alone
 */
@JsonPropertyOrder({
    "dsqlsim-impact",
    "scenario",
    "architecture",
    "seed",
    "version",
    "repeat",
    "runs",
    "base",
    "metrics",
    "refused",
    "reproduce"
})
public record Impact(
        @JsonProperty(value = "dsqlsim-impact", required = true)
        int format,

        @JsonProperty(required = true) ScenarioSource scenario,
        @JsonProperty(required = true) String architecture,
        @JsonProperty(required = true) long seed,
        @JsonProperty(required = true) String version,
        @JsonProperty(required = true) int repeat,
        @JsonProperty(required = true) int runs,
        @JsonProperty(required = true) Map<String, Double> base,
        @JsonProperty(required = true) List<Tornado> metrics,
        @JsonProperty(required = true) List<Refused> refused,
        @JsonProperty(required = true) String reproduce) {
    /** The version of the file that this program writes. */
    public static final int FORMAT = 1;

    public Impact {
        base = Frozen.map(base);
        metrics = Frozen.list(metrics);
        refused = Frozen.list(refused);
    }

    /** The entries that move a metric. */
    public record Tornado(
            @JsonProperty(required = true) String metric,
            @JsonProperty(required = true) String unit,
            @JsonProperty(required = true) List<Bar> entries) {
        public Tornado {
            entries = Frozen.list(entries);
        }
    }

    /**
     * An entry and what the ends of its range do.
     *
     * @param value as the scenario has it
     * @param swing how far apart base and both ends lie; null when one of them has no value: an end without recovery
     */
    public record Bar(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String value,
            @JsonProperty(required = true) String confidence,
            @JsonProperty(required = true) End low,
            @JsonProperty(required = true) End high,
            @JsonProperty(required = true) Double swing) {}

    /** The metric at one end of the range: null without a sample or without recovery. */
    public record End(
            @JsonProperty(required = true) String setting,
            @JsonProperty(required = true) Double value) {}

    /** An end of a range that the scenario cannot be set to, and why. */
    public record Refused(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String setting,
            @JsonProperty(required = true) String reason) {}
}
