package dsqlsim.measure;

import dsqlsim.report.Interval;
import dsqlsim.report.Replications;
import dsqlsim.report.Samples;
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

    private final Map<String, Column> columns = new LinkedHashMap<>();
    private int count;

    /** Adds the next replication. A scalar that some replications lack is null there. */
    public void add(Map<String, Double> scalars) {
        scalars.forEach((name, value) ->
                columns.computeIfAbsent(name, missing -> new Column()).set(count, value));
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
        columns.forEach((name, column) -> all.add(scalar(name, column.first(count))));
        return all;
    }

    /** One scalar of all replications so far; NaN where it is missing. */
    private static final class Column {
        private double[] values = new double[8];
        private int filled;

        void set(int replication, Double value) {
            reach(replication);
            values[replication] = value == null ? Double.NaN : value;
            filled = replication + 1;
        }

        Samples first(int count) {
            reach(count);
            return Samples.of(values, count);
        }

        private void reach(int replication) {
            if (replication >= values.length) {
                values = Arrays.copyOf(values, Math.max(2 * values.length, replication + 1));
            }
            Arrays.fill(values, filled, Math.max(filled, replication), Double.NaN);
        }
    }

    private static Scalar scalar(String name, Samples values) {
        double[] sorted = values.sorted();
        SummaryStatistics statistics = new SummaryStatistics();
        Arrays.stream(sorted).forEach(statistics::addValue);
        int n = sorted.length;
        if (n == 0) {
            return new Scalar(
                    name, 0, null, null, null, null, null, null, null, null, new Interval(null, null), values);
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
                values);
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
}
