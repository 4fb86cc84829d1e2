package dsqlsim.kernel;

/** A normal variable without its sign. */
final class AbsNormal extends Tabulated {
    private final double mean;
    private final double sd;

    AbsNormal(double mean, double sd) {
        this.mean = mean;
        this.sd = sd;
    }

    /** Before the sign is dropped, which {@link #sample} does. */
    @Override
    double lower(double p) {
        return mean + sd * Normal.quantile(p);
    }

    @Override
    double upper(double p) {
        return mean - sd * Normal.quantile(p);
    }

    @Override
    public double mean() {
        double z = mean / sd;
        return sd * Math.sqrt(2 / Math.PI) * StrictMath.exp(-z * z / 2) + mean * (1 - 2 * Normal.cdf(-z));
    }

    @Override
    public double cdf(double nanos) {
        return nanos <= 0 ? 0 : Normal.cdf((nanos - mean) / sd) - Normal.cdf((-nanos - mean) / sd);
    }

    @Override
    public long quantile(double p) {
        return bisected(p);
    }

    @Override
    public Distribution scaled(double factor) {
        return absNormal(mean * factor, sd * factor);
    }

    @Override
    public String toString() {
        return "abs-normal(" + Durations.format(mean) + ", " + Durations.format(sd) + ")";
    }
}
