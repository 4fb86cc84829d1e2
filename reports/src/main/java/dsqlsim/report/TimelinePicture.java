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
    private static final int COLUMNS = 300;

    private final RunResult result;
    private final Coarse coarse;
    private final StringBuilder svg = new StringBuilder();
    private int panels;

    private TimelinePicture(RunResult result) {
        this.result = result;
        this.coarse = Coarse.atMost(result.timeline(), COLUMNS);
    }

    /** An SVG element; empty when the result has no timeline. */
    static String draw(RunResult result) {
        return result.timeline().series().isEmpty() ? "" : new TimelinePicture(result).draw();
    }

    private String draw() {
        int height = TOP + 4 * (PANEL + GAP);
        svg.append("<svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height)
                .append("\" role=\"img\"");
        svg.append(
                " aria-label=\"Throughput, latency, abort rate and availability over time, with the faults shaded\">\n");
        windows(TOP + 12 + 4 * PANEL + 3 * GAP);
        throughput();
        latency();
        abortRate();
        availability();
        return svg.append("</svg>").toString();
    }

    private void windows(int bottom) {
        for (FaultResult fault : result.faults()) {
            for (FaultWindow window : Windows.of(fault)) {
                double from = x(window.at());
                double to = x(window.healed() == null ? coarse.end() : window.healed());
                band("fault", from, to, bottom);
                text(from + 3, 15, "start", "fault-label", fault.id());
            }
            Outage.of(fault, coarse.end())
                    .ifPresent(outage -> band("outage", x(fault.at()), x(fault.at() + outage.seconds()), bottom));
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
        frame(
                "Transactions per second, all workloads:",
                List.of("offered", "committed", "aborted", "failed"),
                scale,
                "1/s");
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
        frame("Transaction latency, median and 99th percentile, logarithmic:", legend(), scale, "s");
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
        frame("Abort rate:", legend(), scale, "share");
        int colour = 0;
        for (List<Double> rate : all) {
            line(rate, scale, "w" + colour++ % 6);
        }
        panels++;
    }

    private void availability() {
        Scale scale = Scale.linear(1);
        frame("Availability, share of the transactions begun that succeeded:", legend(), scale, "share");
        int colour = 0;
        for (String workload : coarse.workloads()) {
            line(coarse.values(Series.AVAILABILITY, workload), scale, "w" + colour++ % 6);
        }
        for (int tick = 0; tick <= 6; tick++) {
            double seconds =
                    result.timeline().from() + (coarse.end() - result.timeline().from()) * tick / 6;
            text(x(seconds), bottom() + 16, "middle", "axis", Figures.duration(seconds));
        }
        panels++;
    }

    /** One name per colour. */
    private List<String> legend() {
        return coarse.workloads();
    }

    private void frame(String title, List<String> names, Scale scale, String unit) {
        svg.append("<text class=\"title\" x=\"")
                .append(LEFT)
                .append("\" y=\"")
                .append(top() - 7)
                .append("\">")
                .append(title);
        for (int i = 0; i < names.size(); i++) {
            String colour = panels > 0 ? "w" + i % 6 : names.get(i);
            svg.append(" <tspan style=\"fill:var(--")
                    .append(colour)
                    .append(")\">")
                    .append(escaped(names.get(i)));
            svg.append("</tspan>");
        }
        svg.append("</text>\n");
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
