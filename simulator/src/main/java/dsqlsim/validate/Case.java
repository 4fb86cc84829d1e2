package dsqlsim.validate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One result from theory or from a publication, and how the simulator is asked for it: by runs of a scenario, whose numbers are read from
 * the result file, or by a bench that drives the simulator's own parts.
 *
 * @param kind where the expected numbers come from
 * @param scenario a file of the laboratory, or null
 * @param runs named lists of what is set beside the scenario; one run with nothing set if left out
 * @param bench a bench by name, or null
 * @param with what the bench is told
 * @param n how much at full size; of scenarios the file says it
 * @param small how much less in the small run
 */
public record Case(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) String source,
        Kind kind,
        String scenario,
        Map<String, List<String>> runs,
        String bench,
        Map<String, String> with,
        long n,
        Small small,
        @JsonProperty(required = true) List<Measure> measures) {
    /** Where expected numbers come from, and whether the model has seen them before. */
    public enum Kind {
        /** Mathematics. */
        @JsonProperty("theory")
        THEORY,
        /** Published numbers of other programs or systems. */
        @JsonProperty("publication")
        PUBLICATION,
        /** Published numbers of Aurora DSQL that constants of the preset were fitted to. */
        @JsonProperty("calibration")
        CALIBRATION,
        /** Published numbers of Aurora DSQL that nothing was fitted to. */
        @JsonProperty("prediction")
        PREDICTION;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How a case is made small enough to be run with every change.
     *
     * @param shrink by how much there are fewer samples; what is within so many standard errors widens with its square root
     * @param set what is set beside the scenario
     */
    public record Small(double shrink, List<String> set) {
        public Small {
            set = set == null ? List.of() : List.copyOf(set);
        }
    }

    public Case {
        kind = kind == null ? Kind.THEORY : kind;
        runs = runs == null ? Map.of("", List.of()) : runs;
        with = with == null ? Map.of() : with;
        small = small == null ? new Small(1, List.of()) : small;
        measures = List.copyOf(measures);
    }
}
