package dsqlsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table of text with aligned columns, two spaces apart; colours in its cells take no room. */
final class TextTable {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private final String alignment;
    private final List<List<String>> rows = new ArrayList<>();

    /** One letter per column: l or r. */
    TextTable(String alignment) {
        this.alignment = alignment;
    }

    TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    List<String> lines(String indent) {
        int[] widths = widths();
        return rows.stream()
                .map(row -> (indent + line(row, widths)).stripTrailing())
                .toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String padding = " ".repeat(widths[column] - width(row.get(column)));
            String cell = row.get(column);
            line.append(column == 0 ? "" : "  ")
                    .append(alignment.charAt(column) == 'r' ? padding + cell : cell + padding);
        }
        return line.toString();
    }

    private int[] widths() {
        int[] widths = new int[alignment.length()];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        return widths;
    }

    static int width(String cell) {
        String visible = COLOUR.matcher(cell).replaceAll("");
        return visible.codePointCount(0, visible.length());
    }
}
