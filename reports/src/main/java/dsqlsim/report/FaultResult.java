package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What one fault did, as users saw it.
 *
 * @param description what it was in a few words, such as {@code us-east-2 isolated}
 * @param disruption {@code application}, {@code infrastructure}, {@code zone} or {@code region}
 * @param at seconds of the (first) injection
 * @param healed seconds of the (last) healing, null when it lasts
 * @param windows every injection of a fault that repeats; empty when there is just the one
 * @param rto per region of origin and operation
 * @param endpointRto per regional endpoint and operation
 * @param objective null when the scenario states none for this disruption
 */
@JsonPropertyOrder({
    "id",
    "kind",
    "description",
    "disruption",
    "at",
    "healed",
    "windows",
    "rto",
    "endpoint-rto",
    "rpo",
    "objective"
})
public record FaultResult(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) String description,
        @JsonProperty(required = true) String disruption,
        @JsonProperty(required = true) double at,
        @JsonProperty(required = true) Double healed,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FaultWindow> windows,
        @JsonProperty(required = true) List<RecoveryTime> rto,
        @JsonProperty("endpoint-rto") List<RecoveryTime> endpointRto,
        @JsonProperty(required = true) RecoveryPoint rpo,
        @JsonProperty(required = true) ObjectiveResult objective) {

    public FaultResult {
        windows = Frozen.list(windows);
        rto = Frozen.list(rto);
        endpointRto = Frozen.list(endpointRto);
    }
}
