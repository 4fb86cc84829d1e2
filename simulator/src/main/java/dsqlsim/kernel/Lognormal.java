package dsqlsim.kernel;

/** The law of what is a product of many small delays: its logarithm is normal. */
final class Lognormal extends Tabulated {
    private final double median;
    private final double sigma;

    /** By the median, and the standard deviation of the natural logarithm. */
    Lognormal(double median, double sigma) {
        this.median = median;
        this.sigma = sigma;
    }

    @Override
    double lower(double p) {
        return median * StrictMath.exp(sigma * Normal.quantile(p));
    }

    @Override
    double upper(double p) {
        return median * StrictMath.exp(-sigma * Normal.quantile(p));
    }

    @Override
    public double mean() {
        return median * StrictMath.exp(sigma * sigma / 2);
    }

    @Override
    public double cdf(double nanos) {
        return nanos <= 0 ? 0 : Normal.cdf(StrictMath.log(nanos / median) / sigma);
    }

    @Override
    public Distribution scaled(double factor) {
        return factor == 0 ? ZERO : new Lognormal(median * factor, sigma);
    }

    @Override
    public String toString() {
        return "lognormal(p50 " + Durations.format(median) + ", p99 " + Durations.format(upper(0.01)) + ")";
    }
}
