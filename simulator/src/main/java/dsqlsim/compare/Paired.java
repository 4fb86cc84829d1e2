package dsqlsim.compare;

import dsqlsim.report.Interval;
import dsqlsim.report.MetricDifference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * How the metrics of two series of runs differ. Runs of one number had the same draws, so their differences are taken pair by
 * pair: what both had to go through cancels out, and the interval is narrow where independent runs would need many.
 */
final class Paired {
    private static final double BOTH_SIDES = 0.975;
    private static final Interval NONE = new Interval(null, null);

    private final List<Map<String, Double>> first;
    private final List<Map<String, Double>> second;

    Paired(List<Map<String, Double>> first, List<Map<String, Double>> second) {
        this.first = first;
        this.second = second;
    }

    /** Every metric that either has, in the order of the first. */
    List<MetricDifference> differences(String architecture, String against) {
        Set<String> names = new LinkedHashSet<>();
        first.forEach(each -> names.addAll(each.keySet()));
        second.forEach(each -> names.addAll(each.keySet()));
        return names.stream()
                .map(name -> difference(name, architecture, against))
                .filter(each -> each.a() != null || each.b() != null)
                .toList();
    }

    private MetricDifference difference(String name, String architecture, String against) {
        List<Double> deltas = new ArrayList<>();
        for (int r = 0; r < Math.min(first.size(), second.size()); r++) {
            Double a = first.get(r).get(name);
            Double b = second.get(r).get(name);
            if (a != null && b != null) {
                deltas.add(b - a);
            }
        }
        SummaryStatistics statistics = new SummaryStatistics();
        deltas.forEach(statistics::addValue);
        Double mean = deltas.isEmpty() ? null : (Double) statistics.getMean();
        return new MetricDifference(
                architecture,
                against,
                name,
                Units.of(name),
                mean(first, name),
                mean(second, name),
                mean,
                interval(statistics));
    }

    private static Double mean(List<Map<String, Double>> runs, String name) {
        SummaryStatistics statistics = new SummaryStatistics();
        runs.stream().map(each -> each.get(name)).filter(Objects::nonNull).forEach(statistics::addValue);
        return statistics.getN() == 0 ? null : (Double) statistics.getMean();
    }

    /** Of the mean of the paired differences, by Student's t; none with fewer than two pairs. */
    private static Interval interval(SummaryStatistics statistics) {
        long n = statistics.getN();
        if (n < 2) {
            return NONE;
        }
        double t = new TDistribution(null, n - 1).inverseCumulativeProbability(BOTH_SIDES);
        double half = t * statistics.getStandardDeviation() / StrictMath.sqrt((double) n);
        return new Interval(statistics.getMean() - half, statistics.getMean() + half);
    }
}
