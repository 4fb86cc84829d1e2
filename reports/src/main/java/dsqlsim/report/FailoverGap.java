package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * How long a shard was without a leader that acknowledges.
 *
 * @param at seconds at which the old leader crashed, paused, was cut off or began to hand over
 * @param gap seconds to the first commit its successor acknowledged, null when none came
 * @param leaderGap seconds to the election itself, null when none came
 * @param cause in a word: crash, pause, cut, hand-over...
 */
@JsonPropertyOrder({"shard", "at", "gap", "leader-gap", "cause"})
public record FailoverGap(
        @JsonProperty(required = true) int shard,
        @JsonProperty(required = true) double at,
        @JsonProperty(required = true) Double gap,
        @JsonProperty(value = "leader-gap", required = true) Double leaderGap,
        @JsonProperty(required = true) String cause) {}
