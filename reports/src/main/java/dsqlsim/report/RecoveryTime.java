package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * The recovery time (RTO) after a fault for one region and one kind of operation.
 *
 * @param region of origin, or the endpoint
 * @param operation {@code read}, {@code write} or {@code connect}
 * @param seconds from injection to the first good operation of a recovery that held; null when not recovered or not known
 * @param recovered whether service was good again before the run ended
 * @param parts what the time was spent on, in order: {@code detect}, {@code evict}, {@code elect}...; empty where unknown
 * @param goodWithin an operation that succeeds within this many seconds is good; null when nothing ran before the fault
 */
@JsonPropertyOrder({"region", "operation", "seconds", "recovered", "parts", "good-within"})
public record RecoveryTime(
        @JsonProperty(required = true) String region,
        @JsonProperty(required = true) String operation,
        @JsonProperty(required = true) Double seconds,
        @JsonProperty(required = true) boolean recovered,
        @JsonProperty(required = true) Map<String, Double> parts,
        @JsonProperty("good-within") Double goodWithin) {

    public RecoveryTime {
        parts = Frozen.map(parts);
    }
}
