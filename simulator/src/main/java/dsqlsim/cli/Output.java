package dsqlsim.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Lines on standard output, ended the same way everywhere. */
final class Output {
    private final PrintWriter out;

    Output(CommandSpec spec) {
        this.out = spec.commandLine().getOut();
    }

    void line(String text) {
        out.print(text + "\n");
        out.flush();
    }

    /** Columns, each as wide as its widest cell, except the last. */
    void table(List<List<String>> rows) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(i == 0 ? "" : "  ").append(row.get(i));
                if (i < row.size() - 1) {
                    line.append(" ".repeat(width(rows, i) - row.get(i).length()));
                }
            }
            line(line.toString().stripTrailing());
        }
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
