package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One metric over all designs.
 *
 * @param name as in expectations, such as {@code rto(us-east-1, write)}
 * @param title for people
 * @param unit {@code s}, {@code share}, {@code count}, {@code 1/s} or {@code USD}
 * @param better {@code lower} or {@code higher}
 * @param cells one for each design, in order
 * @param why where the differences come from, in a sentence made from the runs' own parts and counts
 */
public record ComparisonRow(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) String unit,
        @JsonProperty(required = true) String better,
        @JsonProperty(required = true) List<Cell> cells,
        @JsonProperty(required = true) String why) {
    /**
     * A value of a design.
     *
     * @param value null when there is none
     * @param text for people: the figure, {@code not recovered}, or a dash
     * @param best whether no design has a better one, and some have a worse
     */
    public record Cell(
            @JsonProperty(required = true) Double value,
            @JsonProperty(required = true) String text,
            @JsonProperty(required = true) boolean best) {}

    public ComparisonRow {
        cells = Frozen.list(cells);
    }
}
