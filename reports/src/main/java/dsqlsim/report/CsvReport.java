package dsqlsim.report;

import java.util.List;
import java.util.stream.Collectors;

/** The timeline as CSV: a row per bucket, a column per series; a number is empty where there was no sample. */
public final class CsvReport {
    private CsvReport() {}

    /** A header and rows ended by line feeds; quoted as in RFC 4180. */
    public static String render(RunResult result) {
        List<Series> series = result.timeline().series();
        StringBuilder csv = new StringBuilder("seconds");
        series.forEach(one -> csv.append(',').append(quoted(column(one))));
        csv.append('\n');
        int rows = series.stream().mapToInt(one -> one.values().size()).max().orElse(0);
        for (int row = 0; row < rows; row++) {
            csv.append(start(result.timeline(), row)).append(cells(series, row)).append('\n');
        }
        return csv.toString();
    }

    private static String column(Series series) {
        String of = series.workload() != null ? series.workload() : series.region();
        return series.name() + (of == null ? "" : " of " + of) + " [" + series.unit() + "]";
    }

    /** Rounded to the nanosecond, so that sums of tenths look like tenths. */
    private static String start(Timeline timeline, int row) {
        return number(Math.round((timeline.from() + row * timeline.bucket()) * 1e9) / 1e9);
    }

    private static String cells(List<Series> series, int row) {
        return series.stream().map(one -> "," + cell(one.values(), row)).collect(Collectors.joining());
    }

    private static String cell(List<Double> values, int row) {
        return row >= values.size() || values.get(row) == null ? "" : number(values.get(row));
    }

    private static String number(double value) {
        return ResultJson.number(value);
    }

    private static String quoted(String text) {
        String safe = Ink.safe(text);
        return safe.matches("[^,\"\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
