package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something that happened inside the system and is worth a line; what does not apply is null and left out.
 *
 * @param at seconds
 * @param type such as {@code leader-elected}; {@code fault-injected} and {@code fault-healed} carry the fault's id
 * @param subject what outside of the database it is about: a workload, an endpoint, an alarm, a cluster
 * @param detail more of it, in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SystemEvent(
        @JsonProperty(required = true) double at,
        @JsonProperty(required = true) String type,
        Integer shard,
        String node,
        Long epoch,
        String fault,
        String subject,
        String detail) {
    /** An event inside the database. */
    public SystemEvent(double at, String type, Integer shard, String node, Long epoch, String fault) {
        this(at, type, shard, node, epoch, fault, null, null);
    }
}
