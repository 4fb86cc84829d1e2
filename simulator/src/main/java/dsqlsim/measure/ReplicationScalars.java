package dsqlsim.measure;

import dsqlsim.report.Interval;
import dsqlsim.report.Replications;
import dsqlsim.report.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/** Collects the scalars of independent replications, in the order of their number. */
public final class ReplicationScalars {
    private static final double BOTH_SIDES = 0.975;

    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private int count;

    /** Adds the next replication. A scalar that some replications lack is null there. */
    public void add(Map<String, Double> scalars) {
        scalars.forEach((name, value) -> {
            List<Double> list = values.computeIfAbsent(name, missing -> new ArrayList<>());
            pad(list, count);
            list.add(value);
        });
        count++;
    }

    /** Their distributions; of one replication there is nothing to tell. */
    public Replications result() {
        return count <= 1 ? Replications.ONE : new Replications(count, distributions());
    }

    /** The distribution of each scalar over some replications, also over one. */
    public static List<Scalar> of(List<Map<String, Double>> replications) {
        ReplicationScalars scalars = new ReplicationScalars();
        replications.forEach(scalars::add);
        return scalars.distributions();
    }

    private List<Scalar> distributions() {
        List<Scalar> all = new ArrayList<>();
        values.forEach((name, list) -> {
            pad(list, count);
            all.add(scalar(name, list));
        });
        return all;
    }

    private static Scalar scalar(String name, List<Double> list) {
        double[] sorted = list.stream()
                .filter(value -> value != null)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        SummaryStatistics statistics = new SummaryStatistics();
        Arrays.stream(sorted).forEach(statistics::addValue);
        int n = sorted.length;
        if (n == 0) {
            return new Scalar(name, 0, null, null, null, null, null, null, null, null, new Interval(null, null), list);
        }
        return new Scalar(
                name,
                n,
                statistics.getMean(),
                n == 1 ? null : (Double) statistics.getStandardDeviation(),
                sorted[0],
                sorted[n - 1],
                quantile(sorted, 0.50),
                quantile(sorted, 0.90),
                quantile(sorted, 0.95),
                quantile(sorted, 0.99),
                interval(statistics),
                list);
    }

    /** Of the mean, by Student's t; none with fewer than two values. */
    private static Interval interval(SummaryStatistics statistics) {
        long n = statistics.getN();
        if (n < 2) {
            return new Interval(null, null);
        }
        double t = new TDistribution(null, n - 1).inverseCumulativeProbability(BOTH_SIDES);
        double half = t * statistics.getStandardDeviation() / StrictMath.sqrt((double) n);
        return new Interval(statistics.getMean() - half, statistics.getMean() + half);
    }

    /** The smallest value that at least this share of all does not exceed. */
    private static double quantile(double[] sorted, double share) {
        return sorted[(int) StrictMath.ceil(share * sorted.length) - 1];
    }

    private static void pad(List<Double> list, int size) {
        while (list.size() < size) {
            list.add(null);
        }
    }
}
