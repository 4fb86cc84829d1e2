package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * An entry of the assumption ledger as this run used it.
 *
 * @param value the effective value, with its unit
 * @param confidence {@code documented}, {@code stated}, {@code measured} or {@code inferred}
 * @param overridden whether the scenario or the command line changed it
 * @param standard the ledger's own value, null (and left out) when not overridden
 */
@JsonPropertyOrder({"id", "value", "source", "confidence", "overridden", "default"})
public record AssumptionUse(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String value,
        @JsonProperty(required = true) String source,
        @JsonProperty(required = true) String confidence,
        @JsonProperty(required = true) boolean overridden,

        @JsonProperty("default") @JsonInclude(JsonInclude.Include.NON_NULL)
        String standard) {}
