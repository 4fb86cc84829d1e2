package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A promise of a design, or something that it does not promise, beside what was found.
 *
 * @param promise a safety check's id, or {@code rpo} or {@code rto} after a type of disruption: {@code rpo after zone}
 * @param bound in seconds; null for a safety check and where nothing is promised
 * @param found in a few words
 * @param source who promises it; empty where nothing is promised
 */
public record PromiseResult(
        @JsonProperty(required = true) String architecture,
        @JsonProperty(required = true) String promise,
        @JsonProperty(required = true) Double bound,
        @JsonProperty(required = true) PromiseVerdict verdict,
        @JsonProperty(required = true) String found,
        @JsonProperty(required = true) String source) {}
