package dsqlsim.kit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds a fault to a scenario's text. */
final class Faults {
    private static final Pattern BLOCK = Pattern.compile("(?m)^faults:[ \\t]*(#.*)?\\R([ \\t]*)(?=-)");

    private Faults() {}

    static String added(String text, String fault) {
        Matcher block = BLOCK.matcher(text);
        if (block.find()) {
            String element = block.group(2) + "- " + fault + "\n";
            int first = block.end() - block.group(2).length();
            return text.substring(0, first) + element + text.substring(first);
        }
        String line = text.endsWith("\n") ? "" : "\n";
        return text + line + "faults:\n  - " + fault + "\n";
    }
}
