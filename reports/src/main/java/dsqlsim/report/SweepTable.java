package dsqlsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A parameter study as a table: on a terminal, and as CSV with every metric. */
public final class SweepTable {
    private static final List<String> USUAL = List.of(
            "rto",
            "lost",
            "availability",
            "abort-rate",
            "throughput",
            "latency.commit.p50",
            "latency.commit.p99",
            "latency.transaction.p99",
            "cost");

    private SweepTable() {}

    /**
     * One row per point: its values, and the means of some metrics with the half width of their intervals.
     *
     * @param metrics by name, with their units; empty for the usual ones
     */
    public static String terminal(SweepResult sweep, Map<String, String> units, List<String> metrics, boolean colour) {
        Ink ink = new Ink(colour);
        Screen screen = new Screen(160);
        screen.line(ink.bold(Ink.safe(sweep.scenario().name())) + " on " + sweep.architecture() + ", "
                + sweep.points().size() + " points, " + sweep.repeat()
                + (sweep.repeat() == 1 ? " run each" : " replications each"));
        screen.blank();
        List<String> shown = metrics.isEmpty() ? usual(sweep) : metrics;
        TextTable table = new TextTable("l".repeat(sweep.vary().size()) + "r".repeat(shown.size()) + "l");
        List<String> header = new ArrayList<>();
        sweep.vary().keySet().forEach(each -> header.add(ink.dim(Ink.safe(each))));
        shown.forEach(each -> header.add(ink.dim(each)));
        header.add(ink.dim("verdict"));
        table.row(header.toArray(String[]::new));
        for (SweepResult.Point point : sweep.points()) {
            List<String> cells = new ArrayList<>();
            sweep.vary()
                    .keySet()
                    .forEach(each -> cells.add(Ink.safe(point.values().get(each))));
            shown.forEach(each -> cells.add(cell(point, each, units)));
            cells.add(verdict(point));
            table.row(cells.toArray(String[]::new));
        }
        screen.table(table);
        sweep.warnings().forEach(each -> screen.wrap("Warning: " + Ink.safe(each) + ".", ""));
        screen.blank();
        screen.line("seed " + sweep.seed() + ", dsqlsim " + sweep.version());
        screen.line("again: " + Ink.safe(sweep.reproduce()));
        return screen.text();
    }

    /** Those of the usual metrics that have a value somewhere. */
    public static List<String> usual(SweepResult sweep) {
        return USUAL.stream()
                .filter(name -> sweep.points().stream()
                        .map(point -> point.scalar(name))
                        .anyMatch(scalar -> scalar != null && scalar.count() > 0))
                .toList();
    }

    static String cell(SweepResult.Point point, String name, Map<String, String> units) {
        Scalar scalar = point.scalar(name);
        if (scalar == null || scalar.mean() == null) {
            return Figures.NONE;
        }
        String unit = units.getOrDefault(name, "");
        String mean = Figures.value(scalar.mean(), unit);
        String of = scalar.count() < scalar.values().size()
                ? " (" + scalar.count() + " of " + scalar.values().size() + ")"
                : "";
        Interval interval = scalar.interval();
        return interval.low() == null
                ? mean + of
                : mean + " +- " + Figures.value((interval.high() - interval.low()) / 2, unit) + of;
    }

    private static String verdict(SweepResult.Point point) {
        if (point.violated() > 0) {
            return point.violated() + " violated";
        }
        return point.missed() > 0 ? point.missed() + " missed" : "met";
    }

    /** A row per point and metric, for spreadsheets and notebooks; a cell is empty where there was no sample. */
    public static String csv(SweepResult sweep) {
        StringBuilder text = new StringBuilder();
        List<String> header = new ArrayList<>(sweep.vary().keySet());
        header.addAll(
                List.of("metric", "count", "mean", "sd", "min", "max", "p50", "p90", "p95", "p99", "low", "high"));
        row(text, header);
        for (SweepResult.Point point : sweep.points()) {
            for (Scalar each : point.scalars()) {
                List<String> cells = new ArrayList<>();
                sweep.vary().keySet().forEach(path -> cells.add(point.values().get(path)));
                cells.add(each.name());
                cells.add(Integer.toString(each.count()));
                for (Double value : new Double[] {
                    each.mean(),
                    each.sd(),
                    each.min(),
                    each.max(),
                    each.p50(),
                    each.p90(),
                    each.p95(),
                    each.p99(),
                    each.interval().low(),
                    each.interval().high()
                }) {
                    cells.add(value == null ? "" : ResultJson.number(value));
                }
                row(text, cells);
            }
        }
        return text.toString();
    }

    private static void row(StringBuilder text, List<String> cells) {
        text.append(String.join(",", cells.stream().map(SweepTable::quoted).toList()))
                .append('\n');
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\r\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
