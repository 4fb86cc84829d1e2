package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * What a safety check found.
 *
 * @param check its id, such as {@code durability}
 * @param examined how many transactions, reads, or whatever it looks at, it has looked at
 * @param expected whether the scenario expected this violation, so that it is no failure
 * @param anomalies how often each kind of anomaly was found; empty when none was
 * @param evidence the smallest evidence, a sentence each; empty when there is none
 */
@JsonPropertyOrder({"check", "verdict", "examined", "expected", "anomalies", "evidence"})
public record SafetyResult(
        @JsonProperty(required = true) String check,
        @JsonProperty(required = true) SafetyVerdict verdict,
        @JsonProperty(required = true) long examined,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean expected,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> anomalies,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> evidence) {

    public SafetyResult {
        anomalies = Frozen.map(anomalies);
        evidence = Frozen.list(evidence);
    }
}
