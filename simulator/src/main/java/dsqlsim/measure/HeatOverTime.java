package dsqlsim.measure;

import dsqlsim.report.Heatmap;
import java.util.ArrayList;
import java.util.List;

/** How a latency was spread, over time: counts in columns of equal length and rows of a quarter of an octave. */
final class HeatOverTime {
    private static final int COLUMNS_MAX = 240;
    /** Rows per octave, and the first octave: 2^10 ns. Above the last all is one. */
    private static final int STEPS = 4;

    private static final int LOWEST = 10;
    private static final int ROWS = STEPS * 28;

    private final long columnNanos;
    private final int[][] counts;

    HeatOverTime(long bucketNanos, int buckets) {
        int joined = Math.max(1, (buckets + COLUMNS_MAX - 1) / COLUMNS_MAX);
        columnNanos = bucketNanos * joined;
        counts = new int[(buckets + joined - 1) / joined][];
    }

    void record(long nanos, long now) {
        long column = now / columnNanos;
        if (column < counts.length) {
            int index = (int) column;
            if (counts[index] == null) {
                counts[index] = new int[ROWS];
            }
            counts[index][row(nanos)]++;
        }
    }

    /** The first so many buckets' worth; null without any sample. */
    Heatmap heatmap(String name, String workload, long end) {
        int lowest = ROWS;
        int highest = -1;
        for (int[] column : counts) {
            for (int row = 0; column != null && row < ROWS; row++) {
                if (column[row] > 0) {
                    lowest = Math.min(lowest, row);
                    highest = Math.max(highest, row);
                }
            }
        }
        if (highest < 0) {
            return null;
        }
        List<Double> bounds = new ArrayList<>();
        for (int row = lowest; row <= highest + 1; row++) {
            bounds.add(bound(row) / 1e9);
        }
        List<List<Integer>> columns = new ArrayList<>();
        for (int i = 0; i < counts.length && i * columnNanos < end; i++) {
            columns.add(column(counts[i], lowest, highest));
        }
        return new Heatmap(name, workload, columnNanos / 1e9, bounds, columns);
    }

    private static List<Integer> column(int[] column, int lowest, int highest) {
        List<Integer> rows = new ArrayList<>();
        for (int row = lowest; row <= highest; row++) {
            rows.add(column == null ? 0 : column[row]);
        }
        return rows;
    }

    static int row(long nanos) {
        if (nanos < 1L << LOWEST) {
            return 0;
        }
        int octave = 63 - Long.numberOfLeadingZeros(nanos);
        int step = (int) (nanos >>> octave - 2) & STEPS - 1;
        return Math.min(ROWS - 1, (octave - LOWEST) * STEPS + step);
    }

    /** The lower limit of a row, in nanoseconds. */
    static long bound(int row) {
        int octave = LOWEST + row / STEPS;
        return row == 0 ? 0 : (STEPS + (long) (row % STEPS)) << octave - 2;
    }
}
