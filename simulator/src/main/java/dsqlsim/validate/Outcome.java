package dsqlsim.validate;

import java.util.List;

/** What came of a case: its numbers in the order of its measures, each with whether it will do. */
public record Outcome(Case of, double shrink, List<Found> found) {
    /** A number that was measured; null when there was none. */
    public record Found(Measure measure, Double value, boolean holds) {
        /** The number in words. */
        public String shown() {
            return Digits.of(value, measure.unit());
        }
    }

    public Outcome {
        found = List.copyOf(found);
    }

    /** Whether all of them will do. */
    public boolean holds() {
        return found.stream().allMatch(Found::holds);
    }
}
