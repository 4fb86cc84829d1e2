package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What was run, and how to run it again.
 *
 * @param version of dsqlsim
 * @param fingerprint of every event of the run, 16 hexadecimal digits
 * @param workloadFingerprint of what was asked of the architecture: equal for architectures compared fairly
 * @param simulated seconds of simulated time, warm-up included
 * @param warmup seconds at the beginning that are left out of the statistics
 * @param reproduce a command line
 */
@JsonPropertyOrder({
    "architecture",
    "seed",
    "version",
    "fingerprint",
    "workload-fingerprint",
    "simulated",
    "warmup",
    "events",
    "messages",
    "reproduce"
})
public record RunSummary(
        @JsonProperty(required = true) String architecture,
        @JsonProperty(required = true) long seed,
        @JsonProperty(required = true) String version,
        @JsonProperty(required = true) String fingerprint,

        @JsonProperty("workload-fingerprint") @JsonInclude(JsonInclude.Include.NON_NULL)
        String workloadFingerprint,

        @JsonProperty(required = true) double simulated,
        @JsonProperty(required = true) double warmup,
        @JsonProperty(required = true) long events,
        @JsonProperty(required = true) long messages,
        @JsonProperty(required = true) String reproduce) {

    /** The same, with another command line that reproduces it. */
    public RunSummary reproducedBy(String command) {
        return new RunSummary(
                architecture,
                seed,
                version,
                fingerprint,
                workloadFingerprint,
                simulated,
                warmup,
                events,
                messages,
                command);
    }
}
