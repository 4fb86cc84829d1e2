package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The same transactions in two runs, matched one by one. A transaction counts once, under the first that fits of: gave up, aborted,
 * failed, delayed, hastened, same.
 *
 * @param matched how many both runs offered
 * @param onlyA offered in the first run alone
 * @param onlyB offered in the second run alone
 * @param gaveUp succeeded in the second run and not in the first
 * @param rescued succeeded in the first run and not in the second
 * @param aborted succeeded in both, with more aborted attempts in the first
 * @param failed succeeded in both, with more attempts in the first that failed or ended unknown
 * @param delayed succeeded in both alike, over a millisecond later in the first
 * @param hastened succeeded in both alike, over a millisecond earlier in the first
 * @param same all others
 * @param delaySeconds how much later those that succeeded in both ended in the first run, all together
 * @param worst those that fared worst in the first run: first those that gave up, then by delay
 */
@JsonPropertyOrder({
    "matched",
    "only-a",
    "only-b",
    "gave-up",
    "rescued",
    "aborted",
    "failed",
    "delayed",
    "hastened",
    "same",
    "delay-seconds",
    "worst"
})
public record TransactionChanges(
        @JsonProperty(required = true) long matched,
        @JsonProperty(value = "only-a", required = true) long onlyA,
        @JsonProperty(value = "only-b", required = true) long onlyB,
        @JsonProperty(value = "gave-up", required = true) long gaveUp,
        @JsonProperty(required = true) long rescued,
        @JsonProperty(required = true) long aborted,
        @JsonProperty(required = true) long failed,
        @JsonProperty(required = true) long delayed,
        @JsonProperty(required = true) long hastened,
        @JsonProperty(required = true) long same,

        @JsonProperty(value = "delay-seconds", required = true)
        double delaySeconds,

        @JsonProperty(required = true) List<Changed> worst) {
    public TransactionChanges {
        worst = Frozen.list(worst);
    }

    /**
     * A transaction that fared differently.
     *
     * @param change {@code gave-up}, {@code aborted}, {@code failed} or {@code delayed}
     * @param offered seconds of the run
     */
    public record Changed(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String workload,
            @JsonProperty(required = true) String change,
            @JsonProperty(required = true) double offered,
            @JsonProperty(required = true) Fate a,
            @JsonProperty(required = true) Fate b) {}

    /**
     * How a transaction ended in one run.
     *
     * @param outcome {@code succeeded}, {@code gave-up} or {@code open}
     * @param seconds from its offer to its end; null while open
     * @param causes of the attempts that did not commit, in order, such as {@code connection}; at most 8
     */
    public record Fate(
            @JsonProperty(required = true) String outcome,
            @JsonProperty(required = true) Double seconds,
            @JsonProperty(required = true) int attempts,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> causes) {
        public Fate {
            causes = Frozen.list(causes);
        }
    }
}
