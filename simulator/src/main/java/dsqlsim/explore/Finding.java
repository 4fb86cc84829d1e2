package dsqlsim.explore;

import java.util.List;

/**
 * Something that an exploration found: the first of its kind.
 *
 * @param number of the run that found it
 * @param check which safety check, or {@code hang}, {@code liveness}, {@code internal-error}
 * @param anomaly what kind of it
 * @param evidence sentences
 * @param text the scenario
 */
public record Finding(int number, String check, String anomaly, List<String> evidence, String text) {
    public Finding {
        evidence = List.copyOf(evidence);
    }

    Violation violation() {
        return new Violation(check, anomaly, evidence);
    }
}
