package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Aborted attempts by cause. */
@JsonPropertyOrder({"occ-data", "occ-catalog", "deadlock", "limit", "snapshot-too-old"})
public record Aborts(
        @JsonProperty(value = "occ-data", required = true) long occData,

        @JsonProperty(value = "occ-catalog", required = true)
        long occCatalog,

        @JsonProperty(required = true) long deadlock,
        @JsonProperty(required = true) long limit,

        @JsonProperty(value = "snapshot-too-old", required = true)
        long snapshotTooOld) {

    /** The sum over all causes. */
    public long total() {
        return occData + occCatalog + deadlock + limit + snapshotTooOld;
    }
}
