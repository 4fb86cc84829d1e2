package dsqlsim.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The same measures over time for each design, side by side on equal axes. */
final class SmallMultiples {
    private static final double LEFT = 64;
    private static final double WIDTH = 1_010;
    private static final double PANEL_MIN = 190;
    private static final double GAP = 18;
    private static final double TOP = 40;
    private static final double HEIGHT = 96;
    private static final double ROW = HEIGHT + 40;
    private static final int COLUMNS = 200;

    private final List<RunResult> results;
    private final List<Coarse> runs;
    private final double panel;
    private final double end;
    private final Svg svg = new Svg();

    private SmallMultiples(List<RunResult> results) {
        this.results = results;
        runs = results.stream()
                .map(each -> Coarse.atMost(each.timeline(), COLUMNS))
                .toList();
        panel = Math.max(PANEL_MIN, (WIDTH - LEFT) / results.size() - GAP);
        end = runs.stream().mapToDouble(Coarse::end).max().orElse(1);
    }

    /** An SVG element; empty when there is nothing to draw. */
    static String draw(List<RunResult> results) {
        boolean drawable =
                results.stream().anyMatch(each -> !each.timeline().series().isEmpty());
        return drawable ? new SmallMultiples(results).draw() : "";
    }

    private String draw() {
        for (int i = 0; i < results.size(); i++) {
            svg.text("name", "start", x(i), 16, results.get(i).run().architecture());
            faults(i);
        }
        double committed = highest(Series.COMMITTED, true);
        row(0, "Committed per second", Scale.linear(committed), "1/s", Series.COMMITTED, true);
        row(1, "Availability", Scale.linear(1), "share", Series.AVAILABILITY, false);
        Scale latency = Scale.logarithmic(lowest(), highest(Series.LATENCY_P99, false));
        row(2, "Latency of transactions, p50 and p99", latency, "s", Series.LATENCY_P99, false);
        for (int i = 0; i < results.size(); i++) {
            for (String workload : runs.get(i).workloads()) {
                line(i, 2, latency, runs.get(i).values(Series.LATENCY_P50, workload), "thin");
            }
            svg.text("axis", "start", x(i), top(2) + HEIGHT + 15, "0 s");
            svg.text("axis", "end", x(i) + panel, top(2) + HEIGHT + 15, Figures.moment(end));
        }
        return svg.picture(
                "multiples", x(results.size()), top(2) + HEIGHT + 22, "Each design over time, on equal axes");
    }

    private void faults(int design) {
        for (FaultResult fault : results.get(design).faults()) {
            svg.open("class=\"window\"").title(Story.what(fault));
            for (FaultWindow window : Windows.of(fault)) {
                double from = at(design, window.at());
                double to = at(design, window.healed() == null ? end : window.healed());
                svg.rect("fault", from, TOP, Math.max(1.5, to - from), 3 * ROW - 24);
            }
            Outage.of(fault, end)
                    .ifPresent(outage -> svg.rect(
                            "outage",
                            at(design, fault.at()),
                            TOP,
                            Math.max(1.5, at(design, fault.at() + outage.seconds()) - at(design, fault.at())),
                            3 * ROW - 24));
            svg.close();
        }
    }

    private void row(int row, String title, Scale scale, String unit, String series, boolean summed) {
        svg.text("title", "start", LEFT, top(row) - 6, title);
        for (double tick : scale.ticks()) {
            double y = top(row) + HEIGHT * (1 - scale.place(tick));
            svg.text("axis", "end", LEFT - 6, y + 4, Figures.value(tick, unit));
            for (int i = 0; i < results.size(); i++) {
                svg.line("grid", x(i), y, x(i) + panel, y);
            }
        }
        for (int i = 0; i < results.size(); i++) {
            if (summed) {
                line(i, row, scale, runs.get(i).sum(series), "w0");
            } else {
                int colour = 0;
                for (String workload : runs.get(i).workloads()) {
                    line(i, row, scale, runs.get(i).values(series, workload), "w" + colour++ % 6);
                }
            }
        }
    }

    private void line(int design, int row, Scale scale, List<Double> values, String style) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                path.append(String.format(
                        Locale.ROOT,
                        "%s%.1f %.1f",
                        drawing ? "L" : "M",
                        at(design, runs.get(design).start(i)),
                        top(row) + HEIGHT * (1 - scale.place(values.get(i)))));
            }
            drawing = values.get(i) != null;
        }
        svg.path(style, path.toString());
    }

    private double highest(String series, boolean summed) {
        return runs.stream()
                .flatMap(run -> summed
                        ? run.sum(series).stream()
                        : run.workloads().stream().flatMap(workload -> run.values(series, workload).stream()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
    }

    private double lowest() {
        return runs.stream()
                .flatMap(run ->
                        run.workloads().stream().flatMap(workload -> run.values(Series.LATENCY_P50, workload).stream()))
                .filter(value -> value != null && value > 0)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0.001);
    }

    private double at(int design, double seconds) {
        return x(design) + panel * Math.max(0, Math.min(1, seconds / end));
    }

    private double x(int design) {
        return LEFT + design * (panel + GAP);
    }

    private static double top(int row) {
        return TOP + row * ROW;
    }
}
