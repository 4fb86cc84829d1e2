package dsqlsim.kernel;

/** The memoryless law. */
final class Exponential extends Tabulated {
    private final double mean;

    Exponential(double mean) {
        this.mean = mean;
    }

    @Override
    double lower(double p) {
        return -mean * StrictMath.log1p(-p);
    }

    @Override
    double upper(double p) {
        return -mean * StrictMath.log(p);
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double cdf(double nanos) {
        return nanos <= 0 ? 0 : -StrictMath.expm1(-nanos / mean);
    }

    @Override
    public Distribution scaled(double factor) {
        return exponential(mean * factor);
    }

    @Override
    public String toString() {
        return "exponential(" + Durations.format(mean) + ")";
    }
}
