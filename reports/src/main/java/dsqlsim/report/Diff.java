package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What distinguishes two runs: the content of the file that {@code diff} and {@code run --without} write, format 1.
 *
 * @param firstEvent where the two part; null when all their events agree
 * @param transactions which transactions fared differently; null (and left out) unless both were run here and asked the same
 */
@JsonPropertyOrder({"dsqlsim-diff", "a", "b", "first-event", "metrics", "transactions", "warnings"})
public record Diff(
        @JsonProperty(value = "dsqlsim-diff", required = true)
        int format,

        @JsonProperty(required = true) Side a,
        @JsonProperty(required = true) Side b,

        @JsonProperty("first-event") @JsonInclude(JsonInclude.Include.ALWAYS)
        FirstEvent firstEvent,

        @JsonProperty(required = true) List<MetricDifference> metrics,
        @JsonInclude(JsonInclude.Include.NON_NULL) TransactionChanges transactions,
        @JsonProperty(required = true) List<String> warnings) {
    /** The version of the file that this program writes. */
    public static final int FORMAT = 1;

    public Diff {
        metrics = Frozen.list(metrics);
        warnings = Frozen.list(warnings);
    }

    /**
     * One of the two.
     *
     * @param label what it is called: a file, a scenario, or that without a fault
     */
    @JsonPropertyOrder({"label", "scenario", "architecture", "seed", "version", "fingerprint", "replications"})
    public record Side(
            @JsonProperty(required = true) String label,
            @JsonProperty(required = true) String scenario,
            @JsonProperty(required = true) String architecture,
            @JsonProperty(required = true) long seed,
            @JsonProperty(required = true) String version,
            @JsonProperty(required = true) String fingerprint,
            @JsonProperty(required = true) int replications) {}

    /**
     * Where two runs part.
     *
     * @param number of the event among all of the run, 1 for the first; null where only the time lines of files were at hand
     * @param at seconds
     * @param a in words; null when its events were over
     */
    public record FirstEvent(
            @JsonInclude(JsonInclude.Include.NON_NULL) Long number,
            @JsonProperty(required = true) double at,

            @JsonProperty @JsonInclude(JsonInclude.Include.ALWAYS)
            String a,

            @JsonProperty @JsonInclude(JsonInclude.Include.ALWAYS)
            String b) {}
}
