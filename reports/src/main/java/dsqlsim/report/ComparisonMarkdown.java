package dsqlsim.report;

import java.util.List;

/** A comparison in Markdown, for a pull request or a design document. */
public final class ComparisonMarkdown {
    private final StringBuilder text = new StringBuilder();

    private ComparisonMarkdown() {}

    /** The text, in GitHub's dialect. */
    public static String render(Comparison comparison) {
        ComparisonMarkdown markdown = new ComparisonMarkdown();
        markdown.head(comparison);
        markdown.table(comparison);
        markdown.promises(comparison);
        markdown.reasons(comparison);
        markdown.notes(comparison);
        markdown.foot(comparison);
        return markdown.text.toString();
    }

    private void head(Comparison comparison) {
        line("## " + MarkdownReport.escaped(comparison.scenario().name()) + " on "
                + comparison.designs().size() + " designs");
        line("");
        line("*" + MarkdownReport.escaped(comparison.scenario().question()) + "*");
        line("");
    }

    private void table(Comparison comparison) {
        StringBuilder header = new StringBuilder("| |");
        StringBuilder rule = new StringBuilder("|---|");
        for (ComparedDesign each : comparison.designs()) {
            header.append(' ').append(each.architecture()).append(" |");
            rule.append("--:|");
        }
        line(header.toString());
        line(rule.toString());
        for (ComparisonRow row : comparison.table()) {
            StringBuilder cells = new StringBuilder("| " + MarkdownReport.escaped(row.title()) + " |");
            for (ComparisonRow.Cell cell : row.cells()) {
                String shown = MarkdownReport.escaped(cell.text());
                cells.append(' ')
                        .append(cell.best() ? "**" + shown + "**" : shown)
                        .append(" |");
            }
            line(cells.toString());
        }
    }

    private void promises(Comparison comparison) {
        line("");
        line("| design | promise | verdict | found |");
        line("|---|---|---|---|");
        for (PromiseResult each : comparison.promises()) {
            line("| " + each.architecture() + " | " + each.promise() + " | "
                    + each.verdict().label() + " | " + MarkdownReport.escaped(each.found()) + " |");
        }
    }

    private void reasons(Comparison comparison) {
        line("");
        for (ComparisonRow row : comparison.table()) {
            line("- **" + MarkdownReport.escaped(row.title()) + "**: " + MarkdownReport.escaped(row.why()));
        }
    }

    private void notes(Comparison comparison) {
        List<String> notes = comparison.notes();
        if (!notes.isEmpty()) {
            line("");
            notes.forEach(each -> line("- " + MarkdownReport.escaped(each)));
        }
    }

    private void foot(Comparison comparison) {
        line("");
        line("Seed " + comparison.seed() + ", dsqlsim " + comparison.version() + ". To run it again:");
        line("");
        line("    " + Ink.safe(comparison.reproduce()));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
