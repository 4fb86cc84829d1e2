package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A design in a comparison.
 *
 * @param adaptations what of the scenario had to change for it, a sentence each
 * @param meaningless faults that mean nothing for it, or hit nothing of it
 */
public record ComparedDesign(
        @JsonProperty(required = true) String architecture,
        @JsonProperty(required = true) List<String> adaptations,
        @JsonProperty(required = true) List<Meaningless> meaningless) {
    /** A fault and why it does nothing to a design. */
    public record Meaningless(
            @JsonProperty(required = true) String fault,
            @JsonProperty(required = true) String reason) {}

    public ComparedDesign {
        adaptations = Frozen.list(adaptations);
        meaningless = Frozen.list(meaningless);
    }
}
