package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Where everything is, and what faults did to it.
 *
 * @param states what is down, still or cut off, from each moment on at which a fault changed it
 */
public record Topology(
        @JsonProperty(required = true) List<Region> regions,
        @JsonProperty(required = true) List<Part> parts,
        @JsonProperty(required = true) List<State> states) {
    public Topology {
        regions = Frozen.list(regions);
        parts = Frozen.list(parts);
        states = Frozen.list(states);
    }

    /** A region and its zones; a witness holds journals only. */
    public record Region(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) boolean witness,
            @JsonProperty(required = true) List<String> zones) {
        public Region {
            zones = Frozen.list(zones);
        }
    }

    /**
     * One node.
     *
     * @param zone left out of what is everywhere in its region
     * @param shard the shard or partition it belongs to, left out where there is none
     */
    public record Part(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String role,
            @JsonProperty(required = true) String region,
            @JsonInclude(JsonInclude.Include.NON_NULL) String zone,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer shard) {}

    /**
     * What is wrong from a moment on, until the next state.
     *
     * @param down nodes that crashed or lost power
     * @param still nodes that are paused
     * @param cuts pairs of places, from and to, between which nothing gets through: regions, or zones
     */
    public record State(
            @JsonProperty(required = true) double at,
            @JsonProperty(required = true) List<String> down,
            @JsonProperty(required = true) List<String> still,
            @JsonProperty(required = true) List<List<String>> cuts) {
        public State {
            down = Frozen.list(down);
            still = Frozen.list(still);
            cuts = Frozen.list(cuts);
        }
    }
}
