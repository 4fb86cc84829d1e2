package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * An acknowledged commit that cannot be found any more.
 *
 * @param id as in the exported history
 * @param acknowledged seconds at which its client was told that it had committed
 */
public record LostTransaction(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String workload,
        @JsonProperty(required = true) double acknowledged,
        @JsonProperty(required = true) List<String> keys) {

    public LostTransaction {
        keys = Frozen.list(keys);
    }
}
