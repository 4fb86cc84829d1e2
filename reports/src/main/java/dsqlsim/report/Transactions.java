package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What clients wanted done.
 *
 * @param open neither succeeded nor given up when the run ended
 * @param duplicates transactions that took effect more than once, because an unknown outcome was retried
 */
@JsonPropertyOrder({"offered", "succeeded", "gave-up", "open", "duplicates"})
public record Transactions(
        @JsonProperty(required = true) long offered,
        @JsonProperty(required = true) long succeeded,
        @JsonProperty(value = "gave-up", required = true) long gaveUp,
        long open,
        long duplicates) {}
