package dsqlsim.kernel;

import java.util.Arrays;

/** Many draws of one law under one seed, and how well they fit it. */
public final class Draws {
    private final Distribution law;
    private final long[] sorted;
    private final double mean;
    private final double variance;
    private final double lag1;

    /** Draws {@code n} times, at least once. */
    public Draws(Distribution law, int n, long seed) {
        this.law = law;
        long stream = Randomness.key(seed, "sample");
        long[] draws = new long[n];
        for (int i = 0; i < n; i++) {
            draws[i] = law.sample(Randomness.key(stream, i));
        }
        mean = mean(draws);
        double squares = 0;
        double neighbours = 0;
        for (int i = 0; i < n; i++) {
            double deviation = draws[i] - mean;
            squares += deviation * deviation;
            neighbours += i == 0 ? 0 : deviation * (draws[i - 1] - mean);
        }
        variance = n > 1 ? squares / (n - 1) : 0;
        lag1 = squares > 0 ? neighbours / squares : Double.NaN;
        Arrays.sort(draws);
        sorted = draws;
    }

    private static double mean(long[] draws) {
        double sum = 0;
        for (long draw : draws) {
            sum += draw;
        }
        return sum / draws.length;
    }

    /** In nanoseconds. */
    public double mean() {
        return mean;
    }

    /** The unbiased estimate, in square nanoseconds. */
    public double variance() {
        return variance;
    }

    /** In nanoseconds. */
    public long min() {
        return sorted[0];
    }

    /** In nanoseconds. */
    public long max() {
        return sorted[sorted.length - 1];
    }

    /** The least draw, in nanoseconds, that a share {@code p} of all does not exceed. */
    public long quantile(double p) {
        return sorted[Math.max(0, (int) Math.ceil(p * sorted.length) - 1)];
    }

    /** How draws go with the draw before: the autocorrelation at lag 1; not a number where all draws are equal. */
    public double lag1() {
        return lag1;
    }

    /** The largest distance between the draws' distribution function and the law's (Kolmogorov's). A draw stands for what rounds to it. */
    public double distance() {
        int n = sorted.length;
        double distance = 0;
        int i = 0;
        while (i < n) {
            int end = i;
            while (end < n && sorted[end] == sorted[i]) {
                end++;
            }
            double before = Math.abs(law.cdf(sorted[i] - 0.5) - (double) i / n);
            double behind = Math.abs(law.cdf(sorted[i] + 0.5) - (double) end / n);
            distance = Math.max(distance, Math.max(before, behind));
            i = end;
        }
        return distance;
    }
}
