package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One injection of a fault.
 *
 * @param at seconds
 * @param healed seconds, null when it lasts to the end
 */
public record FaultWindow(
        @JsonProperty(required = true) double at,
        @JsonProperty(required = true) Double healed) {}
