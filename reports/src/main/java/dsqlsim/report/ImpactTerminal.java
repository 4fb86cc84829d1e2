package dsqlsim.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A tornado per metric on a terminal: the widest bar on top. Without colour it is plain ASCII. */
public final class ImpactTerminal {
    private static final int SHOWN = 12;
    private static final int BAR = 32;

    private final Impact impact;
    private final Ink ink;
    private final Screen screen;

    private ImpactTerminal(Impact impact, boolean colour, int width) {
        this.impact = impact;
        this.ink = new Ink(colour);
        this.screen = new Screen(Math.max(60, width));
    }

    /** The lines, each ended by a line feed. */
    public static String render(Impact impact, boolean colour, int width) {
        ImpactTerminal terminal = new ImpactTerminal(impact, colour, width);
        terminal.head();
        impact.metrics().forEach(terminal::tornado);
        terminal.foot();
        return terminal.screen.text();
    }

    private void head() {
        screen.line(ink.bold("What " + Ink.safe(impact.scenario().name()) + " hinges on") + ", " + impact.architecture()
                + ", " + impact.runs() + " runs with the same draws");
        screen.wrap(
                "Each assumption at both ends of its plausible range, one at a time; | is where the scenario is, - the way"
                        + " to the low end, = to the high end.",
                "  ");
    }

    private void tornado(Impact.Tornado tornado) {
        List<Impact.Bar> moving = tornado.entries().stream()
                .filter(each -> each.swing() == null || each.swing() > 0)
                .toList();
        Double base = impact.base().get(tornado.metric());
        screen.blank();
        screen.line(ink.bold(tornado.metric()) + ", now "
                + (base == null ? "without a value" : Figures.value(base, tornado.unit())) + ": "
                + (moving.isEmpty()
                        ? "nothing moves it"
                        : moving.size() + " of " + tornado.entries().size() + " assumptions move it"));
        List<Double> all = moving.stream()
                .limit(SHOWN)
                .flatMap(each -> Stream.of(each.low().value(), each.high().value(), base))
                .filter(Objects::nonNull)
                .toList();
        double least = all.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = all.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        TextTable table = new TextTable("lrlll");
        moving.stream()
                .limit(SHOWN)
                .forEach(each -> table.row(
                        each.id(),
                        figure(each.low(), tornado.unit()),
                        bar(each, base, least, most),
                        figure(each.high(), tornado.unit()),
                        ink.dim(each.low().setting() + " .. " + each.high().setting() + ", " + each.confidence())));
        screen.table(table);
        screen.more(moving.size() - SHOWN, "more in the JSON file");
    }

    private static String figure(Impact.End end, String unit) {
        return end.value() == null ? "none" : Figures.value(end.value(), unit);
    }

    /** From the low end's value to the base and on to the high end's; an end without a value reaches the edge. */
    private String bar(Impact.Bar bar, Double base, double least, double most) {
        char[] cells = " ".repeat(BAR).toCharArray();
        int middle = base == null ? BAR - 1 : cell(base, least, most);
        fill(cells, middle, bar.low().value() == null ? BAR - 1 : cell(bar.low().value(), least, most), '-');
        fill(
                cells,
                middle,
                bar.high().value() == null ? BAR - 1 : cell(bar.high().value(), least, most),
                '=');
        cells[middle] = '|';
        return ink.warn(new String(cells));
    }

    private static void fill(char[] cells, int from, int to, char with) {
        for (int i = Math.min(from, to); i <= Math.max(from, to); i++) {
            cells[i] = with;
        }
    }

    private static int cell(double value, double least, double most) {
        return most <= least ? 0 : (int) Math.round((value - least) / (most - least) * (BAR - 1));
    }

    private void foot() {
        screen.blank();
        impact.refused()
                .forEach(each -> screen.wrap(
                        "Not tried: " + each.id() + " at " + each.setting() + ", " + Ink.safe(each.reason()) + ".",
                        ""));
        screen.line("seed " + impact.seed() + ", dsqlsim " + impact.version());
        screen.line("again: " + Ink.safe(impact.reproduce()));
    }

    /** The same as tables in Markdown. */
    public static String markdown(Impact impact) {
        StringBuilder text = new StringBuilder("## What ")
                .append(MarkdownReport.escaped(impact.scenario().name()))
                .append(" hinges on\n");
        for (Impact.Tornado tornado : impact.metrics()) {
            Double base = impact.base().get(tornado.metric());
            text.append("\n### ").append(tornado.metric()).append(", now ");
            text.append(Figures.value(base, tornado.unit())).append("\n\n");
            text.append("| assumption | confidence | now | low end | gives | high end | gives | swing |\n");
            text.append("|---|---|--:|--:|--:|--:|--:|--:|\n");
            for (Impact.Bar each : tornado.entries()) {
                if (each.swing() == null || each.swing() > 0) {
                    text.append(row(each, tornado.unit()));
                }
            }
        }
        return text.append("\n    ")
                .append(Ink.safe(impact.reproduce()))
                .append('\n')
                .toString();
    }

    private static String row(Impact.Bar each, String unit) {
        return "| "
                + String.join(
                        " | ",
                        each.id(),
                        each.confidence(),
                        each.value(),
                        each.low().setting(),
                        figure(each.low(), unit),
                        each.high().setting(),
                        figure(each.high(), unit),
                        each.swing() == null ? "without end" : Figures.value(each.swing(), unit))
                + " |\n";
    }
}
