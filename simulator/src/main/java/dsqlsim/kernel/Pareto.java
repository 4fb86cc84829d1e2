package dsqlsim.kernel;

/** A tail that falls as a power: {@code P(X > x) = (scale / x)^shape} from the scale, its least value, on. */
final class Pareto extends Tabulated {
    private final double shape;
    private final double scale;

    Pareto(double shape, double scale) {
        this.shape = shape;
        this.scale = scale;
    }

    @Override
    double lower(double p) {
        return scale * StrictMath.exp(-StrictMath.log1p(-p) / shape);
    }

    @Override
    double upper(double p) {
        return scale * StrictMath.pow(p, -1 / shape);
    }

    @Override
    public double mean() {
        return shape > 1 ? scale * shape / (shape - 1) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double cdf(double nanos) {
        return nanos <= scale ? 0 : 1 - StrictMath.pow(scale / nanos, shape);
    }

    @Override
    public Distribution scaled(double factor) {
        return pareto(shape, scale * factor);
    }

    @Override
    public String toString() {
        return "pareto(" + Durations.format(scale) + ", " + Durations.number(shape) + ")";
    }
}
