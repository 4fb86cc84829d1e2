package dsqlsim.ledger;

import dsqlsim.kernel.Distribution;
import dsqlsim.yaml.Suggestion;
import java.util.List;
import java.util.Optional;

/**
 * One constant of the model. Values are texts of the scenario language, so that every reference and result shows what a
 * scenario could set.
 *
 * @param awsSingle value of preset {@code aws} in a single region
 * @param awsMulti value of preset {@code aws} in several regions
 * @param ideal value of preset {@code ideal}; empty where it is that of {@code aws}
 * @param words what may stand instead of a value of the kind ({@code never}, {@code auto}), or the choices
 * @param unit of the number in results
 * @param calibratedTo the published figures that it was fitted to, which therefore prove nothing; empty for most
 * @param low where a sweep of the plausible range begins, in the language
 * @param high where it ends
 */
public record Assumption(
        String id,
        Kind kind,
        String awsSingle,
        String awsMulti,
        String ideal,
        List<String> words,
        String unit,
        String source,
        Confidence confidence,
        String calibratedTo,
        String low,
        String high,
        String note) {

    public Assumption {
        words = List.copyOf(words);
    }

    /** The value before a scenario overrides it. */
    public String standard(Preset preset, boolean multiRegion) {
        String aws = multiRegion ? awsMulti : awsSingle;
        return preset == Preset.IDEAL && !ideal.isEmpty() ? ideal : aws;
    }

    /** What is wrong with a text as this assumption's value: {@code expected ..., not '...'}; nothing if it is right. */
    public Optional<String> problem(String text) {
        if (value(text).isPresent()) {
            return Optional.empty();
        }
        String problem = kind == Kind.CHOICE
                ? "expected one of " + String.join(", ", words) + ", not '" + text + "'"
                : kind.problem(text, orWords());
        return Optional.of(problem + Suggestion.of(text, words));
    }

    /** The value that a text stands for: its Java type depends on the kind; a word that has no number is itself. */
    Optional<Object> value(String text) {
        return words.contains(text) ? Optional.of(word(text)) : kind.parse(text);
    }

    private Object word(String word) {
        boolean none = word.equals("none") && kind == Kind.DISTRIBUTION;
        boolean endless = word.equals("never") || word.equals("unlimited");
        if (none) {
            return Distribution.ZERO;
        }
        if (!endless || kind == Kind.CHOICE) {
            return word;
        }
        return kind == Kind.DURATION ? (Object) Long.MAX_VALUE : (Object) Double.POSITIVE_INFINITY;
    }

    private String orWords() {
        return words.isEmpty() ? "" : " or '" + String.join("' or '", words) + "'";
    }
}
