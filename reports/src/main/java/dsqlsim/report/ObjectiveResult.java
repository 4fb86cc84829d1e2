package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A fault held against the objective for its type of disruption.
 *
 * @param rto seconds allowed, null when not stated
 * @param rpo seconds allowed, null when not stated
 * @param verdict on both
 * @param rtoVerdict on the RTO alone, null when not stated
 * @param rpoVerdict on the RPO alone, null when not stated
 */
@JsonPropertyOrder({"rto", "rpo", "verdict", "rto-verdict", "rpo-verdict"})
public record ObjectiveResult(
        @JsonProperty(required = true) Double rto,
        @JsonProperty(required = true) Double rpo,
        @JsonProperty(required = true) Verdict verdict,
        @JsonProperty("rto-verdict") Verdict rtoVerdict,
        @JsonProperty("rpo-verdict") Verdict rpoVerdict) {}
