package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Independent repetitions of the run; {@code scalars} is empty when there was only one.
 *
 * @param count how many there were
 */
public record Replications(
        @JsonProperty(required = true) int count,
        @JsonProperty(required = true) List<Scalar> scalars) {
    /** A run without repetitions. */
    public static final Replications ONE = new Replications(1, List.of());

    public Replications {
        scalars = Frozen.list(scalars);
    }
}
