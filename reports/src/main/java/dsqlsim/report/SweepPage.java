package dsqlsim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A parameter study as one web page that needs nothing else: a picture per metric with its intervals, and the figures in a table. */
public final class SweepPage {
    private static final String STYLE =
            ".axis { stroke: var(--soft); stroke-width: 1; } .mark { font-size: 12px; fill: var(--ink); }"
                    + " .soft { font-size: 12px; fill: var(--soft); } svg { width: 100%; max-width: 46rem; height: auto; }"
                    + " table { border-collapse: collapse; } td, th { padding: 0.2rem 0.8rem 0.2rem 0; text-align: right; }"
                    + " th:first-child, td:first-child { text-align: left; } .grid { stroke: var(--line); stroke-width: 1; }"
                    + " figure { margin: 1.5rem 0; overflow-x: auto; }";
    private static final double WIDTH = 720;
    private static final double HEIGHT = 260;
    private static final double LEFT = 80;
    private static final double RIGHT = 700;
    private static final double TOP = 16;
    private static final double BOTTOM = 206;
    private static final int COLOURS = 6;

    private final SweepResult sweep;
    private final Map<String, String> units;
    private final StringBuilder page = new StringBuilder();

    private SweepPage(SweepResult sweep, Map<String, String> units) {
        this.sweep = sweep;
        this.units = units;
    }

    /** The page, with these metrics; {@code units} by metric. */
    public static String render(SweepResult sweep, Map<String, String> units, List<String> metrics) {
        return new SweepPage(sweep, units).render(metrics);
    }

    private String render(List<String> metrics) {
        String name = Svg.escaped(Ink.safe(sweep.scenario().name()));
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(name)
                .append(
                        ": a study</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>")
                .append(Resources.text("dsqlsim/report/page.css"))
                .append(STYLE)
                .append(colours())
                .append("</style></head>\n<body><main>\n<h1>")
                .append(name)
                .append("</h1>\n<p class=\"question\">")
                .append(Svg.escaped(Ink.safe(sweep.scenario().question())))
                .append("</p>\n<p>")
                .append(Svg.escaped(sweep.architecture()))
                .append(", ")
                .append(sweep.points().size())
                .append(" points, ")
                .append(sweep.repeat())
                .append(sweep.repeat() == 1 ? " run each" : " replications each; bars are 95 % intervals of the mean")
                .append(".</p>\n");
        metrics.forEach(this::metric);
        table(metrics);
        page.append("<p class=\"identity\"><span>seed ")
                .append(sweep.seed())
                .append(", dsqlsim ")
                .append(Svg.escaped(sweep.version()))
                .append("</span> <code>")
                .append(Svg.escaped(Ink.safe(sweep.reproduce())))
                .append("</code></p>\n</main></body></html>\n");
        return page.toString();
    }

    private static String colours() {
        StringBuilder style = new StringBuilder();
        for (int i = 0; i < COLOURS; i++) {
            style.append(" .l")
                    .append(i)
                    .append(" { stroke: var(--w")
                    .append(i)
                    .append("); fill: none; stroke-width: 2; }");
            style.append(" .d").append(i).append(" { fill: var(--w").append(i).append("); }");
        }
        return style.toString();
    }

    // ---- a metric

    private void metric(String metric) {
        List<Double> all = sweep.points().stream()
                .map(each -> each.scalar(metric))
                .filter(each -> each != null && each.mean() != null)
                .flatMap(each -> List.of(each.mean(), high(each), low(each)).stream())
                .toList();
        if (all.isEmpty()) {
            return;
        }
        double most = all.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double least =
                Math.min(0, all.stream().mapToDouble(Double::doubleValue).min().orElse(0));
        double span = most > least ? most - least : 1;
        Svg svg = new Svg();
        for (int i = 0; i <= 4; i++) {
            double value = least + span * i / 4;
            svg.line("grid", LEFT, y(value, least, span), RIGHT, y(value, least, span));
            svg.text("soft", "end", LEFT - 8, y(value, least, span) + 4, Figures.value(value, unit(metric)));
        }
        List<String> axis = axis();
        for (int i = 0; i < axis.size(); i++) {
            svg.text("mark", "middle", x(i, axis.size()), BOTTOM + 20, axis.get(i));
        }
        svg.text("soft", "middle", (LEFT + RIGHT) / 2, BOTTOM + 42, first());
        int colour = 0;
        for (Map.Entry<String, List<SweepResult.Point>> line : lines().entrySet()) {
            draw(svg, metric, line.getValue(), colour % COLOURS, least, span);
            colour++;
        }
        page.append("<figure><figcaption><strong>")
                .append(Svg.escaped(metric))
                .append("</strong>")
                .append(legend());
        page.append("</figcaption>\n")
                .append(svg.picture("study", WIDTH, HEIGHT, metric))
                .append("</figure>\n");
    }

    private void draw(Svg svg, String metric, List<SweepResult.Point> points, int colour, double least, double span) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            Scalar scalar = points.get(i).scalar(metric);
            if (scalar == null || scalar.mean() == null) {
                continue;
            }
            double x = x(i, points.size());
            double y = y(scalar.mean(), least, span);
            path.append(path.length() == 0 ? "M" : " L")
                    .append(Math.round(x))
                    .append(' ')
                    .append(Math.round(y));
            svg.line("l" + colour, x, y(low(scalar), least, span), x, y(high(scalar), least, span));
            svg.circle("d" + colour, x, y, 4);
        }
        svg.path("l" + colour, path.toString());
    }

    private static double low(Scalar scalar) {
        return scalar.interval().low() == null
                ? scalar.mean()
                : scalar.interval().low();
    }

    private static double high(Scalar scalar) {
        return scalar.interval().high() == null
                ? scalar.mean()
                : scalar.interval().high();
    }

    private static double x(int index, int count) {
        return LEFT + (RIGHT - LEFT) * (index + 0.5) / count;
    }

    private static double y(double value, double least, double span) {
        return BOTTOM - (value - least) / span * (BOTTOM - TOP);
    }

    // ---- lines: one for each combination of all but the first path

    private String first() {
        return sweep.vary().keySet().iterator().next();
    }

    private List<String> axis() {
        return sweep.vary().get(first());
    }

    private Map<String, List<SweepResult.Point>> lines() {
        Map<String, List<SweepResult.Point>> lines = new LinkedHashMap<>();
        for (SweepResult.Point point : sweep.points()) {
            String rest = point.values().entrySet().stream()
                    .filter(each -> !each.getKey().equals(first()))
                    .map(each -> each.getKey() + " " + each.getValue())
                    .collect(Collectors.joining(", "));
            lines.computeIfAbsent(rest, none -> new ArrayList<>()).add(point);
        }
        return lines;
    }

    private String legend() {
        StringBuilder legend = new StringBuilder();
        int colour = 0;
        for (String line : lines().keySet()) {
            if (!line.isEmpty()) {
                legend.append(" <span style=\"color: var(--w")
                        .append(colour++ % COLOURS)
                        .append(")\">&#9679;</span> ");
                legend.append(Svg.escaped(line));
            }
        }
        return legend.toString();
    }

    // ---- the table

    private void table(List<String> metrics) {
        page.append("<figure><table><thead><tr>");
        sweep.vary().keySet().forEach(each -> cell("th", each));
        metrics.forEach(each -> cell("th", each));
        page.append("</tr></thead><tbody>\n");
        for (SweepResult.Point point : sweep.points()) {
            page.append("<tr>");
            sweep.vary()
                    .keySet()
                    .forEach(each -> cell("td", Objects.toString(point.values().get(each))));
            metrics.forEach(each -> cell("td", SweepTable.cell(point, each, units)));
            page.append("</tr>\n");
        }
        page.append("</tbody></table></figure>\n");
    }

    private void cell(String tag, String text) {
        page.append('<').append(tag).append('>').append(Svg.escaped(Ink.safe(text)));
        page.append("</").append(tag).append('>');
    }

    private String unit(String metric) {
        return units.getOrDefault(metric, "");
    }
}
