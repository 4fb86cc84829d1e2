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

    /** Levenshtein's edit distance, in which two neighbours that changed places cost as much as one letter. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], 1 + cost[i - 2][j - 2]);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
