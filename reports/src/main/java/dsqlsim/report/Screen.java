package dsqlsim.report;

import java.util.ArrayList;
import java.util.List;

/** Lines of text of a given width, being written from the top. */
final class Screen {
    private final int width;
    private final List<String> lines = new ArrayList<>();

    /** In characters. */
    Screen(int width) {
        this.width = width;
    }

    void line(String line) {
        lines.add(line);
    }

    void blank() {
        lines.add("");
    }

    void table(TextTable table) {
        lines.addAll(table.lines("  "));
    }

    /** Says that there is more than was shown, if so. */
    void more(int count, String what) {
        if (count > 0) {
            lines.add("  ... " + count + " " + what);
        }
    }

    /** Adds a sentence, broken between words; what follows is indented two more. */
    void wrap(String sentence, String indent) {
        StringBuilder line = new StringBuilder(indent);
        boolean first = true;
        for (String word : sentence.split(" ", -1)) {
            if (!first && TextTable.width(line.toString()) + 1 + TextTable.width(word) > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append("  ").append(word);
            } else {
                line.append(first ? "" : " ").append(word);
            }
            first = false;
        }
        lines.add(line.toString());
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
