package dsqlsim.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** "Did you mean …?" */
public final class Suggestion {
    /** Longer words are nobody's typing mistake, and distances cost their product. */
    private static final int LENGTH_MAX = 64;

    private Suggestion() {}

    /** A clause that names the known word closest to the one given, or nothing if none is close. */
    public static String of(String given, Collection<String> known) {
        return nearest(given, known)
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
    }

    /** The known word closest to the one given, if one is close: about a third of it may differ. */
    public static Optional<String> nearest(String given, Collection<String> known) {
        if (given.isEmpty() || given.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        int allowed = Math.max(1, given.length() / 3);
        return known.stream()
                .min(Comparator.<String>comparingInt(word -> distance(given, word))
                        .thenComparingInt(word -> Math.abs(word.length() - given.length())))
                .filter(word -> distance(given, word) <= allowed);
    }

    /** Levenshtein's edit distance, one row at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
