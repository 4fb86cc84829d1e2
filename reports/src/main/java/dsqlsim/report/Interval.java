package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A confidence interval; its ends are null when there are too few samples for one. */
public record Interval(
        @JsonProperty(required = true) Double low,
        @JsonProperty(required = true) Double high) {}
