package dsqlsim.kernel;

import org.apache.commons.math3.special.Gamma;

/** An exponential law stretched by a power: heavier than it below shape 1, lighter above. */
final class Weibull extends Tabulated {
    private final double shape;
    private final double scale;

    Weibull(double shape, double scale) {
        this.shape = shape;
        this.scale = scale;
    }

    @Override
    double lower(double p) {
        return scale * StrictMath.pow(-StrictMath.log1p(-p), 1 / shape);
    }

    @Override
    double upper(double p) {
        return scale * StrictMath.pow(-StrictMath.log(p), 1 / shape);
    }

    @Override
    public double mean() {
        return scale * Gamma.gamma(1 + 1 / shape);
    }

    @Override
    public double cdf(double nanos) {
        return nanos <= 0 ? 0 : -StrictMath.expm1(-StrictMath.pow(nanos / scale, shape));
    }

    @Override
    public Distribution scaled(double factor) {
        return weibull(shape, scale * factor);
    }

    @Override
    public String toString() {
        return "weibull(" + Durations.number(shape) + ", " + Durations.format(scale) + ")";
    }
}
