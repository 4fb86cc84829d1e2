package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The recovery point (RPO) of a fault: an audit of every acknowledged commit against what can still be produced.
 *
 * @param lost how many are missing
 * @param unavailable how many come back only with the part that failed
 * @param seconds how far back the losses reach; 0 when nothing is lost
 * @param transactions the first 100 that are lost
 */
public record RecoveryPoint(
        @JsonProperty(required = true) long lost,
        @JsonProperty(required = true) long unavailable,
        @JsonProperty(required = true) Double seconds,
        @JsonProperty(required = true) List<LostTransaction> transactions) {

    public RecoveryPoint {
        transactions = Frozen.list(transactions);
    }
}
