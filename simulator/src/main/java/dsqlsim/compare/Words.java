package dsqlsim.compare;

import dsqlsim.report.Figures;
import java.util.List;

/** Small pieces of the sentences of a comparison. */
final class Words {
    private Words() {}

    static String count(long count) {
        return Figures.count(count);
    }

    static String counted(long count, String one, String many) {
        return Figures.count(count) + " " + (count == 1 ? one : many);
    }

    /** {@code a, b and c}. */
    static String and(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** Sentences side by side, each with its full stop. */
    static String sentences(List<String> parts) {
        return parts.isEmpty() ? "" : String.join("; ", parts) + ".";
    }
}
