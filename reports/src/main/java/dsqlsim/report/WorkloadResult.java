package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * What the clients of one workload saw, in the whole run or in one phase.
 *
 * @param region of origin
 * @param abortRate aborted / (committed + aborted) attempts
 * @param retryAmplification attempts / transactions
 * @param throughput succeeded transactions per second
 * @param latency by operation, see {@link LatencyStats}
 */
@JsonPropertyOrder({
    "name",
    "region",
    "transactions",
    "attempts",
    "abort-rate",
    "retry-amplification",
    "availability",
    "availability-time",
    "throughput",
    "latency"
})
public record WorkloadResult(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String region,
        @JsonProperty(required = true) Transactions transactions,
        @JsonProperty(required = true) Attempts attempts,
        @JsonProperty(value = "abort-rate", required = true) Double abortRate,

        @JsonProperty(value = "retry-amplification", required = true)
        Double retryAmplification,

        @JsonProperty(required = true) Double availability,

        @JsonProperty(value = "availability-time", required = true)
        Double availabilityTime,

        @JsonProperty(required = true) Double throughput,
        @JsonProperty(required = true) Map<String, LatencyStats> latency) {

    public WorkloadResult {
        latency = Frozen.map(latency);
    }
}
