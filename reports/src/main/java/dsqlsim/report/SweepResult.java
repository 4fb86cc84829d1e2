package dsqlsim.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * A parameter study: the content of the file that {@code sweep} writes, format 1.
 *
 * @param vary each path with the values it takes, in order
 * @param repeat replications at each point
 * @param points every combination of values; the last path varies fastest
 */
@JsonPropertyOrder({
    "dsqlsim-sweep",
    "scenario",
    "architecture",
    "seed",
    "version",
    "vary",
    "repeat",
    "points",
    "warnings",
    "reproduce"
})
public record SweepResult(
        @JsonProperty(value = "dsqlsim-sweep", required = true)
        int format,

        @JsonProperty(required = true) ScenarioSource scenario,
        @JsonProperty(required = true) String architecture,
        @JsonProperty(required = true) long seed,
        @JsonProperty(required = true) String version,
        @JsonProperty(required = true) Map<String, List<String>> vary,
        @JsonProperty(required = true) int repeat,
        @JsonProperty(required = true) List<Point> points,
        @JsonProperty(required = true) List<String> warnings,
        @JsonProperty(required = true) String reproduce) {
    /** The version of the file that this program writes. */
    public static final int FORMAT = 1;

    public SweepResult {
        vary = Frozen.map(vary);
        points = Frozen.list(points);
        warnings = Frozen.list(warnings);
    }

    /**
     * One combination of values.
     *
     * @param values by path
     * @param met replications whose verdict was met
     * @param missed replications that missed an expectation or objective
     * @param violated replications that violated a promised safety check
     * @param scalars the distribution of each metric over the replications
     */
    public record Point(
            @JsonProperty(required = true) Map<String, String> values,
            @JsonProperty(required = true) int met,
            @JsonProperty(required = true) int missed,
            @JsonProperty(required = true) int violated,
            @JsonProperty(required = true) List<Scalar> scalars) {
        public Point {
            values = Frozen.map(values);
            scalars = Frozen.list(scalars);
        }

        /** The scalar of a name, or null. */
        public Scalar scalar(String name) {
            return scalars.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }
}
