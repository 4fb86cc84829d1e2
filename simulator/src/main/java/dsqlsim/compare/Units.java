package dsqlsim.compare;

import dsqlsim.measure.Metric;
import dsqlsim.measure.MetricCatalog;
import dsqlsim.measure.Unit;

/** The unit of a scalar, by its name. */
final class Units {
    private Units() {}

    static String of(String scalar) {
        int bracket = scalar.indexOf('(');
        String metric = bracket < 0 ? scalar : scalar.substring(0, bracket);
        if (metric.equals("cost")) {
            return "USD";
        }
        return MetricCatalog.find(metric).map(Metric::unit).map(Unit::symbol).orElse("count");
    }
}
