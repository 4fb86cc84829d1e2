package dsqlsim.report;

import java.util.List;
import java.util.Locale;

/** The run over time as one still picture, for print and for readers without scripts. Colours come from the page's style. */
final class TimelinePicture {
    private static final int WIDTH = 960;
    private static final int LEFT = 64;
    private static final int RIGHT = 24;
    private static final int TOP = 34;
    private static final int PANEL = 104;
    private static final int GAP = 44;
    private static final int LEGEND_ROW = 18;
    private static final int COLUMNS = 300;

    private final RunResult result;
    private final Coarse coarse;
    private final StringBuilder svg = new StringBuilder();
    private int panels;
    private double legendX = LEFT;
    private int legendY = TOP + 12 + 4 * (PANEL + GAP);

    private TimelinePicture(RunResult result) {
        this.result = result;
        this.coarse = Coarse.atMost(result.timeline(), COLUMNS);
    }

    /** An SVG element; empty when the result has no timeline. */
    static String draw(RunResult result) {
        return result.timeline().series().isEmpty() ? "" : new TimelinePicture(result).draw();
    }

    private String draw() {
        windows(TOP + 12 + 4 * PANEL + 3 * GAP);
        throughput();
        latency();
        abortRate();
        availability();
        legend();
        return "<svg viewBox=\"0 0 " + WIDTH + " " + (legendY + LEGEND_ROW) + "\" role=\"img\""
                + " aria-label=\"Throughput, latency, abort rate and availability over time, with the faults shaded\">\n"
                + svg + "</svg>";
    }

    private void windows(int bottom) {
        double free = 0;
        for (FaultResult fault : result.faults()) {
            for (FaultWindow window : Windows.of(fault)) {
                band("fault", x(window.at()), x(window.healed() == null ? coarse.end() : window.healed()), bottom);
            }
            Outage.of(fault, coarse.end())
                    .ifPresent(outage -> band("outage", x(fault.at()), x(fault.at() + outage.seconds()), bottom));
            if (x(fault.at()) >= free) { // Else it would run into the one before.
                text(x(fault.at()) + 3, 15, "start", "fault-label", clipped(fault.id()));
                free = x(fault.at()) + length(fault.id());
            }
        }
    }

    private void band(String style, double from, double to, int bottom) {
        svg.append("<rect class=\"")
                .append(style)
                .append("\" x=\"")
                .append(number(from))
                .append("\" y=\"20\" width=\"");
        svg.append(number(Math.max(1.5, to - from)))
                .append("\" height=\"")
                .append(bottom - 20)
                .append("\"/>");
    }

    private void throughput() {
        Scale scale = Scale.linear(highest(List.of(coarse.sum(Series.OFFERED), coarse.sum(Series.COMMITTED))));
        frame("Transactions per second, all workloads", scale, "1/s");
        line(coarse.sum(Series.OFFERED), scale, "offered");
        line(coarse.sum(Series.FAILED), scale, "failed");
        line(coarse.sum(Series.ABORTED), scale, "aborted");
        line(coarse.sum(Series.COMMITTED), scale, "committed");
        panels++;
    }

    private void latency() {
        List<List<Double>> all = coarse.workloads().stream()
                .map(workload -> coarse.values(Series.LATENCY_P99, workload))
                .toList();
        List<List<Double>> medians = coarse.workloads().stream()
                .map(workload -> coarse.values(Series.LATENCY_P50, workload))
                .toList();
        Scale scale = Scale.logarithmic(lowest(medians), highest(all));
        frame("Transaction latency, median and 99th percentile, logarithmic", scale, "s");
        int colour = 0;
        for (String workload : coarse.workloads()) {
            line(coarse.values(Series.LATENCY_P50, workload), scale, "w" + colour % 6 + " thin");
            line(coarse.values(Series.LATENCY_P99, workload), scale, "w" + colour++ % 6);
        }
        panels++;
    }

    private void abortRate() {
        List<List<Double>> all =
                coarse.workloads().stream().map(coarse::abortRate).toList();
        Scale scale = Scale.linear(Math.max(0.01, highest(all)));
        frame("Abort rate", scale, "share");
        int colour = 0;
        for (List<Double> rate : all) {
            line(rate, scale, "w" + colour++ % 6);
        }
        panels++;
    }

    private void availability() {
        Scale scale = Scale.linear(1);
        frame("Availability, share of the transactions begun that succeeded", scale, "share");
        int colour = 0;
        for (String workload : coarse.workloads()) {
            line(coarse.values(Series.AVAILABILITY, workload), scale, "w" + colour++ % 6);
        }
        for (int tick = 0; tick <= 6; tick++) {
            double seconds =
                    result.timeline().from() + (coarse.end() - result.timeline().from()) * tick / 6;
            text(x(seconds), bottom() + 16, "middle", "axis", Figures.moment(seconds));
        }
        panels++;
    }

    /** The names of the lines in their colours, below the picture; as many rows as they need. */
    private void legend() {
        for (String line : List.of("offered", "committed", "aborted", "failed")) {
            name(line, line);
        }
        int colour = 0;
        for (String workload : coarse.workloads()) {
            name(workload, "w" + colour++ % 6);
        }
    }

    private void name(String name, String colour) {
        if (legendX > LEFT && legendX + length(name) > WIDTH - RIGHT) {
            legendX = LEFT;
            legendY += LEGEND_ROW;
        }
        svg.append("<text class=\"name\" style=\"fill:var(--")
                .append(colour)
                .append(")\" x=\"")
                .append(number(legendX));
        svg.append("\" y=\"")
                .append(legendY)
                .append("\">")
                .append(escaped(clipped(name)))
                .append("</text>\n");
        legendX += length(name);
    }

    /** About how long a name is in the picture, with a gap behind it. */
    private static double length(String name) {
        return 18 + 7.2 * clipped(name).length();
    }

    private static String clipped(String name) {
        return name.length() <= 32
                ? name
                : name.substring(0, name.offsetByCodePoints(0, Math.min(28, name.codePointCount(0, name.length()))))
                        + "...";
    }

    private void frame(String title, Scale scale, String unit) {
        text(LEFT, top() - 7, "start", "title", title);
        for (double value : scale.ticks()) {
            double y = y(value, scale);
            svg.append("<line class=\"grid\" x1=\"")
                    .append(LEFT)
                    .append("\" x2=\"")
                    .append(WIDTH - RIGHT);
            svg.append("\" y1=\"")
                    .append(number(y))
                    .append("\" y2=\"")
                    .append(number(y))
                    .append("\"/>");
            text(LEFT - 6, y + 4, "end", "axis", Figures.value(value, unit));
        }
    }

    private void line(List<Double> values, Scale scale, String style) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                path.append(drawing ? 'L' : 'M')
                        .append(number(x(coarse.start(i))))
                        .append(' ');
                path.append(number(y(values.get(i), scale))).append(drawing ? "" : "h0.5");
            }
            drawing = values.get(i) != null;
        }
        svg.append("<path class=\"")
                .append(style)
                .append("\" d=\"")
                .append(path)
                .append("\"/>\n");
    }

    private void text(double x, double y, String anchor, String style, String text) {
        svg.append("<text class=\"")
                .append(style)
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\" x=\"");
        svg.append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\">")
                .append(escaped(text))
                .append("</text>\n");
    }

    private static double highest(List<List<Double>> series) {
        return series.stream()
                .flatMap(List::stream)
                .filter(value -> value != null)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
    }

    private static double lowest(List<List<Double>> series) {
        return series.stream()
                .flatMap(List::stream)
                .filter(value -> value != null && value > 0)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0.001);
    }

    private int top() {
        return TOP + 12 + panels * (PANEL + GAP);
    }

    private int bottom() {
        return top() + PANEL;
    }

    private double x(double seconds) {
        double from = result.timeline().from();
        double share = (seconds - from) / (coarse.end() - from);
        return LEFT + (WIDTH - LEFT - RIGHT) * Math.max(0, Math.min(1, share));
    }

    private double y(double value, Scale scale) {
        return bottom() - PANEL * scale.place(value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String escaped(String text) {
        return Ink.safe(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
