package dsqlsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A comparison on a terminal: one table, what became of promises, and why. Without colour it is plain ASCII. */
public final class ComparisonTerminal {
    private static final int LONGEST_WORD = 11;
    private static final int DIFFERENCES_SHOWN = 12;

    private final Comparison comparison;
    private final Ink ink;
    private final Screen screen;

    private ComparisonTerminal(Comparison comparison, boolean colour, int width) {
        this.comparison = comparison;
        this.ink = new Ink(colour);
        this.screen = new Screen(Math.max(60, width));
    }

    /** The lines, each ended by a line feed. */
    public static String render(Comparison comparison, boolean colour, int width) {
        ComparisonTerminal terminal = new ComparisonTerminal(comparison, colour, width);
        terminal.head();
        terminal.table();
        terminal.promises();
        terminal.reasons();
        terminal.differences();
        terminal.notes();
        terminal.foot();
        return terminal.screen.text();
    }

    private void head() {
        screen.line(ink.bold(Ink.safe(comparison.scenario().name())) + " on "
                + comparison.designs().size() + " designs");
        screen.wrap(Ink.safe(comparison.scenario().question()), "  ");
        screen.blank();
    }

    private void table() {
        List<List<String>> names = comparison.designs().stream()
                .map(each -> folded(each.architecture()))
                .toList();
        int lines = names.stream().mapToInt(List::size).max().orElse(0);
        TextTable table = new TextTable("l" + "r".repeat(names.size()));
        for (int i = 0; i < lines; i++) {
            List<String> cells = new ArrayList<>(List.of(""));
            for (List<String> name : names) {
                int from = lines - name.size();
                cells.add(i < from ? "" : ink.bold(name.get(i - from)));
            }
            table.row(cells.toArray(String[]::new));
        }
        comparison.table().forEach(row -> table.row(cells(row)));
        screen.table(table);
        screen.line(ink.dim("  * the best of its row"
                + (comparison.repeat() > 1 ? "; means of " + comparison.repeat() + " replications" : "")));
    }

    private String[] cells(ComparisonRow row) {
        List<String> cells = new ArrayList<>(List.of(row.title()));
        row.cells().forEach(cell -> cells.add(cell.best() ? ink.good(cell.text() + "*") : cell.text() + " "));
        return cells.toArray(String[]::new);
    }

    /** A name in lines that a column can bear, broken after hyphens. */
    private static List<String> folded(String name) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : name.split("(?<=-)", -1)) {
            if (line.length() > 0 && line.length() + word.length() > LONGEST_WORD) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(line + " ");
        return lines;
    }

    private String first() {
        return comparison.repeat() > 1 ? ", of the first replication" : "";
    }

    private void promises() {
        screen.blank();
        screen.line(ink.bold("Promised and found") + first());
        comparison.designs().forEach(design -> promises(design.architecture()));
    }

    private void promises(String design) {
        List<PromiseResult> its = comparison.promises().stream()
                .filter(each -> each.architecture().equals(design))
                .toList();
        screen.line("  " + design);
        List<String> kept = its.stream()
                .filter(each -> each.verdict() == PromiseVerdict.HOLDS)
                .map(PromiseResult::promise)
                .toList();
        if (!kept.isEmpty()) {
            screen.wrap(ink.good("HOLDS") + "         " + String.join(", ", kept), "    ");
        }
        List<String> unseen = its.stream()
                .filter(each -> each.verdict() == PromiseVerdict.NOT_PROMISED)
                .filter(each -> each.found().startsWith("nothing found"))
                .map(PromiseResult::promise)
                .toList();
        for (PromiseResult each : its) {
            if (each.verdict() != PromiseVerdict.HOLDS && !unseen.contains(each.promise())) {
                String label =
                        String.format(Locale.ROOT, "%-12s", each.verdict().label());
                String shown = each.verdict() == PromiseVerdict.VIOLATED ? ink.bad(label) : label;
                screen.wrap(shown + "  " + each.promise() + ": " + each.found(), "    ");
            }
        }
        if (!unseen.isEmpty()) {
            screen.wrap("not promised  and not found broken here: " + String.join(", ", unseen), "    ");
        }
    }

    private void reasons() {
        screen.blank();
        screen.line(ink.bold("Why") + first());
        String before = "";
        List<String> titles = new ArrayList<>();
        for (ComparisonRow row : comparison.table()) {
            if (!row.why().equals(before) && !titles.isEmpty()) {
                reason(titles, before);
                titles.clear();
            }
            titles.add(row.title());
            before = row.why();
        }
        reason(titles, before);
    }

    private void reason(List<String> titles, String why) {
        screen.wrap(ink.dim(String.join(", ", titles) + ":") + " " + why, "  ");
    }

    private void differences() {
        List<MetricDifference> real = comparison.differences().stream()
                .filter(each -> each.interval().low() != null && each.real())
                .filter(each ->
                        comparison.table().stream().anyMatch(row -> row.name().equals(each.name())))
                .toList();
        if (real.isEmpty()) {
            return;
        }
        screen.blank();
        screen.line(
                ink.bold("Paired differences to " + real.get(0).against()) + ", 95 % confidence intervals without 0");
        TextTable table = new TextTable("llrr");
        real.stream().limit(DIFFERENCES_SHOWN).forEach(each -> table.row(row(each)));
        screen.table(table);
        screen.more(real.size() - DIFFERENCES_SHOWN, "more in the JSON file");
    }

    private String[] row(MetricDifference each) {
        ComparisonRow row = comparison.table().stream()
                .filter(one -> one.name().equals(each.name()))
                .findFirst()
                .orElseThrow();
        String unit = row.unit();
        return new String[] {
            each.architecture(),
            row.title(),
            Figures.value(each.difference(), unit),
            Figures.value(each.interval().low(), unit) + " .. "
                    + Figures.value(each.interval().high(), unit)
        };
    }

    private void notes() {
        List<String> notes = comparison.notes();
        if (!notes.isEmpty()) {
            screen.blank();
            screen.line(ink.bold("What to know"));
            notes.forEach(each -> screen.wrap(Ink.safe(each), "  "));
        }
    }

    private void foot() {
        screen.blank();
        String fingerprint = comparison.workloadFingerprint();
        screen.line("seed " + comparison.seed()
                + (fingerprint == null ? "" : ", all were asked the same: workload fingerprint " + fingerprint)
                + ", dsqlsim " + comparison.version());
        screen.line(comparison.results().stream()
                .map(each -> each.run().architecture() + " " + each.run().fingerprint())
                .collect(Collectors.joining(", ", "fingerprints: ", "")));
        screen.line("again: " + Ink.safe(comparison.reproduce()));
    }
}
