package dsqlsim.kernel;

import java.util.List;

/**
 * A law from which the model draws a duration in nanoseconds. A draw is a function of a 64-bit key: equal keys give equal
 * draws, on every machine and JDK. Parameters are real numbers, draws are rounded to the nearest nanosecond.
 */
public abstract class Distribution {
    /** The longest draw, 36 years: the heaviest tail must not run into the end of simulated time. */
    public static final long MAX_NANOS = 1L << 60;

    /** Always zero. */
    public static final Distribution ZERO = constant(0);

    private long median = -1;

    /** A duration in nanoseconds, at least 0, drawn with the bits of {@code key} (already well mixed). */
    public abstract long sample(long key);

    /** The expected value in nanoseconds; infinite where the tail is too heavy for one. */
    public abstract double mean();

    /** The probability of a value of at most so many nanoseconds, before rounding. */
    public abstract double cdf(double nanos);

    /** The same law with every draw times a factor of at least 0. */
    public abstract Distribution scaled(double factor);

    /** The law as the scenario language writes it. */
    @Override
    public abstract String toString();

    /** The shortest duration in nanoseconds that a share {@code p} of the draws does not exceed. */
    public long quantile(double p) {
        return bisected(p);
    }

    /** The median in nanoseconds: what the model takes as the nominal value. */
    public long median() {
        if (median < 0) {
            median = quantile(0.5);
        }
        return median;
    }

    /** Whether every draw is the same. */
    public boolean isConstant() {
        return false;
    }

    /** Whether every draw is zero. */
    public boolean isZero() {
        return false;
    }

    /** The same value every time, in nanoseconds. */
    public static Distribution constant(double nanos) {
        return new Constant(nanos);
    }

    /** The same value every time, in nanoseconds. */
    public static Distribution constant(long nanos) {
        return new Constant((double) nanos);
    }

    /** Memoryless, with a mean in nanoseconds. */
    public static Distribution exponential(double meanNanos) {
        return meanNanos == 0 ? constant(0) : new Exponential(meanNanos);
    }

    /** Everything between two values in nanoseconds is equally likely. */
    public static Distribution uniform(double fromNanos, double toNanos) {
        return fromNanos == toNanos ? constant(fromNanos) : new Uniform(fromNanos, toNanos);
    }

    /** Lognormal, by its median and 99th percentile in nanoseconds. */
    public static Distribution lognormal(double p50Nanos, double p99Nanos) {
        return p50Nanos == p99Nanos
                ? constant(p50Nanos)
                : new Lognormal(p50Nanos, StrictMath.log(p99Nanos / p50Nanos) / Normal.P99);
    }

    /** Lognormal, by its mean in nanoseconds and its squared coefficient of variation (variance by mean squared). */
    public static Distribution lognormalByMean(double meanNanos, double scv) {
        return scv == 0
                ? constant(meanNanos)
                : new Lognormal(meanNanos / Math.sqrt(1 + scv), Math.sqrt(StrictMath.log1p(scv)));
    }

    /** Weibull, by its shape and its scale in nanoseconds. */
    public static Distribution weibull(double shape, double scaleNanos) {
        return scaleNanos == 0 ? constant(0) : new Weibull(shape, scaleNanos);
    }

    /** Pareto of the first kind, by its shape (the exponent of the tail) and its scale (the least value) in nanoseconds. */
    public static Distribution pareto(double shape, double scaleNanos) {
        return scaleNanos == 0 ? constant(0) : new Pareto(shape, scaleNanos);
    }

    /** The absolute value of a normal variable, by its mean and standard deviation in nanoseconds before the sign is dropped. */
    public static Distribution absNormal(double meanNanos, double sdNanos) {
        return sdNanos == 0 ? constant(Math.abs(meanNanos)) : new AbsNormal(meanNanos, sdNanos);
    }

    /** Each part as often as its weight among all weights says. */
    public static Distribution mix(List<Double> weights, List<Distribution> parts) {
        return new Mix(weights, parts);
    }

    /** The same law with every draw longer by a constant of at least 0 nanoseconds. */
    public Distribution plus(double nanos) {
        return nanos == 0 ? this : new Shifted(nanos, this);
    }

    /** The quantile by trial, for laws without a formula for it. */
    final long bisected(double p) {
        long low = 0;
        long high = MAX_NANOS;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (cdf(middle + 0.5) >= p) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** A real number of nanoseconds as a draw. */
    static long rounded(double nanos) {
        return nanos < MAX_NANOS ? (long) (nanos + 0.5) : MAX_NANOS;
    }
}
