package dsqlsim.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of the table that says what the charts show, over all workloads.
 *
 * @param at start, such as {@code 60 s}
 * @param cells offered, committed, aborted and failed per second
 */
public record TimeRow(String at, List<String> cells) {
    private static final int ROWS_MAX = 30;

    /** The whole run in at most 30 rows. */
    public static List<TimeRow> of(RunResult result) {
        Coarse coarse = Coarse.atMost(result.timeline(), ROWS_MAX);
        List<List<Double>> columns = List.of(
                coarse.sum(Series.OFFERED),
                coarse.sum(Series.COMMITTED),
                coarse.sum(Series.ABORTED),
                coarse.sum(Series.FAILED));
        List<TimeRow> rows = new ArrayList<>();
        for (int i = 0; i < coarse.length(); i++) {
            int row = i;
            List<String> cells = new ArrayList<>(columns.stream()
                    .map(column -> Figures.rate(column.get(row)))
                    .toList());
            coarse.workloads().forEach(workload -> {
                cells.add(Figures.share(
                        coarse.values(Series.AVAILABILITY, workload).get(row)));
                cells.add(Figures.duration(
                        coarse.values(Series.LATENCY_P99, workload).get(row)));
            });
            rows.add(new TimeRow(Figures.moment(coarse.start(i)), List.copyOf(cells)));
        }
        return rows;
    }

    /** The heads of the columns after the first. */
    public static List<String> heads(RunResult result) {
        List<String> heads = new ArrayList<>(List.of("offered", "committed", "aborted", "failed"));
        Coarse.atMost(result.timeline(), ROWS_MAX).workloads().forEach(workload -> {
            heads.add("availability, " + workload);
            heads.add("p99, " + workload);
        });
        return heads;
    }
}
