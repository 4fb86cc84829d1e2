package dsqlsim.compare;

import dsqlsim.measure.MetricCatalog;
import dsqlsim.report.Scalar;
import dsqlsim.report.SweepResult;
import dsqlsim.yaml.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;

/** The metrics of studies, by the names of expectations. */
public final class Metrics {
    private Metrics() {}

    /** Whether a scalar may be asked for: a metric of the catalogue with or without arguments, or the cost. */
    public static boolean known(String scalar) {
        return scalar.equals("cost") || MetricCatalog.find(base(scalar)).isPresent();
    }

    /** The nearest known name, for a message. */
    public static String suggestion(String scalar) {
        return Suggestion.of(base(scalar), MetricCatalog.names());
    }

    /** The unit of each scalar of a study. */
    public static Map<String, String> units(SweepResult sweep) {
        Map<String, String> units = new LinkedHashMap<>();
        for (SweepResult.Point point : sweep.points()) {
            for (Scalar each : point.scalars()) {
                units.computeIfAbsent(each.name(), Units::of);
            }
        }
        return units;
    }

    private static String base(String scalar) {
        int bracket = scalar.indexOf('(');
        return bracket < 0 ? scalar : scalar.substring(0, bracket);
    }
}
