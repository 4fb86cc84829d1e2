package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * What the clients of one region of origin saw, over all workloads, in the whole run or in one phase.
 *
 * @param latency by operation
 * @param waits waits inside the database in this region, by name; empty where none are known
 */
@JsonPropertyOrder({"name", "availability", "availability-time", "abort-rate", "throughput", "latency", "waits"})
public record RegionResult(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) Double availability,
        @JsonProperty("availability-time") Double availabilityTime,
        @JsonProperty("abort-rate") Double abortRate,
        Double throughput,
        @JsonProperty(required = true) Map<String, LatencyStats> latency,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, LatencyStats> waits) {

    public RegionResult {
        latency = Frozen.map(latency);
        waits = Frozen.map(waits);
    }
}
