package dsqlsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What clients saw in {@link Sample}, ten times a second. */
final class SampleTimeline {
    private SampleTimeline() {}

    static Timeline timeline() {
        List<Series> series = new ArrayList<>();
        for (String workload : List.of("virginia-orders", "ohio-orders")) {
            int salt = workload.length();
            double back = Sample.AT + (workload.startsWith("ohio") ? 11.2 : 3.9);
            DoubleUnaryOperator up = t -> t >= Sample.AT && t < back ? 0 : 1;
            series.add(series(Series.OFFERED, workload, "1/s", t -> 300 + 40 * noise(t, salt + 1)));
            series.add(series(
                    Series.COMMITTED,
                    workload,
                    "1/s",
                    t -> up.applyAsDouble(t) * (298 + 40 * noise(t, salt + 1))
                            + (t >= back && t < back + 2 ? 420 * (back + 2 - t) : 0)));
            series.add(series(
                    Series.ABORTED, workload, "1/s", t -> up.applyAsDouble(t) * (3 + 3 * noise(t, salt + 2))));
            series.add(series(
                    Series.FAILED, workload, "1/s", t -> (1 - up.applyAsDouble(t)) * (90 + 30 * noise(t, salt + 3))));
            series.add(series(Series.AVAILABILITY, workload, "share", t -> up.applyAsDouble(t)));
            series.add(series(Series.LATENCY_P50, workload, "s", t -> latencyAt(t, back, 0.0243 + salt * 1e-4, salt)));
            series.add(series(Series.LATENCY_P99, workload, "s", t -> latencyAt(t, back, 0.071 + salt * 3e-4, salt)));
        }
        return new Timeline(0.1, 0, series);
    }

    private static Double latencyAt(double t, double back, double normal, int salt) {
        if (t >= Sample.AT && t < back) {
            return null;
        }
        double queue = t >= back && t < back + 3 ? (back + 3 - t) * 1.3 : 0;
        double far = t >= Sample.AT && t < 211 ? 2.4 : 1;
        return normal * far * (1 + 0.08 * noise(t, salt)) + queue;
    }

    private interface Shape {
        Double at(double seconds);
    }

    private static Series series(String name, String workload, String unit, Shape shape) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < Sample.END * 10; i++) {
            Double value = shape.at(i / 10.0);
            values.add(value == null ? null : Math.round(value * 1e5) / 1e5);
        }
        return new Series(name, workload, unit, values);
    }

    /** Between -1 and 1, the same on every machine. */
    private static double noise(double t, int salt) {
        long mixed = (Math.round(t * 10) * 0x9E3779B97F4A7C15L) ^ (salt * 0xBF58476D1CE4E5B9L);
        mixed = (mixed ^ (mixed >>> 29)) * 0x94D049BB133111EBL;
        return (mixed >>> 11) * 0x1.0p-52 - 1;
    }
}
