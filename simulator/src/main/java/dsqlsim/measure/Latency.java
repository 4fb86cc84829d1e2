package dsqlsim.measure;

import dsqlsim.report.LatencyStats;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A distribution of times in nanoseconds: count, mean, standard deviation and extremes exactly, quantiles at 3 significant
 * digits.
 */
final class Latency {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Histogram histogram = new Histogram();
    private long count;
    private long sum;
    private long squaresLow;
    private long squaresHigh;
    private long min = Long.MAX_VALUE;
    private long max;

    void record(long nanos) {
        histogram.record(nanos);
        count++;
        sum += nanos;
        addSquares(nanos * nanos, Math.multiplyHigh(nanos, nanos));
        min = Math.min(min, nanos);
        max = Math.max(max, nanos);
    }

    void add(Latency other) {
        if (other.count > 0) {
            histogram.add(other.histogram);
            count += other.count;
            sum += other.sum;
            addSquares(other.squaresLow, other.squaresHigh);
            min = Math.min(min, other.min);
            max = Math.max(max, other.max);
        }
    }

    void clear() {
        histogram.clear();
        count = 0;
        sum = 0;
        squaresLow = 0;
        squaresHigh = 0;
        min = Long.MAX_VALUE;
        max = 0;
    }

    long count() {
        return count;
    }

    /** In seconds; null without samples. */
    Double quantile(double percent) {
        if (count == 0) {
            return null;
        }
        return seconds(Math.max(min, Math.min(max, histogram.quantile(percent))));
    }

    /** One of {@link MetricCatalog#STATISTICS}, in seconds; null without samples. */
    Double statistic(String name) {
        if (count == 0) {
            return null;
        }
        return switch (name) {
            case "p50" -> quantile(50);
            case "p90" -> quantile(90);
            case "p99" -> quantile(99);
            case "p99.9" -> quantile(99.9);
            case "mean" -> mean();
            case "max" -> seconds(max);
            default -> throw new IllegalArgumentException("unknown statistic " + name);
        };
    }

    LatencyStats stats() {
        if (count == 0) {
            return LatencyStats.NONE;
        }
        return new LatencyStats(
                count,
                seconds(min),
                mean(),
                deviation(),
                quantile(50),
                quantile(90),
                quantile(99),
                quantile(99.9),
                seconds(max));
    }

    private double mean() {
        return (double) sum / count / NANOS_PER_SECOND;
    }

    /** Of the sample (n - 1), computed exactly in integers up to the last division; 0 for one sample. */
    private double deviation() {
        if (count < 2) {
            return 0;
        }
        BigInteger n = BigInteger.valueOf(count);
        BigInteger low = BigInteger.valueOf(squaresLow >>> 1).shiftLeft(1).add(BigInteger.valueOf(squaresLow & 1));
        BigInteger squares = BigInteger.valueOf(squaresHigh).shiftLeft(64).add(low);
        BigInteger total = BigInteger.valueOf(sum);
        BigInteger scaled = n.multiply(squares).subtract(total.multiply(total));
        BigDecimal variance = new BigDecimal(scaled)
                .divide(new BigDecimal(n.multiply(n.subtract(BigInteger.ONE))), MathContext.DECIMAL64);
        return StrictMath.sqrt(variance.doubleValue()) / NANOS_PER_SECOND;
    }

    private void addSquares(long low, long high) {
        squaresLow += low;
        squaresHigh += high + (Long.compareUnsigned(squaresLow, low) < 0 ? 1 : 0);
    }

    private static double seconds(long nanos) {
        return nanos / NANOS_PER_SECOND;
    }
}
