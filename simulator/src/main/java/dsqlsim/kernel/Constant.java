package dsqlsim.kernel;

/** Always the same. */
final class Constant extends Distribution {
    private final double value;
    private final long draw;

    Constant(double value) {
        this.value = value;
        this.draw = rounded(value);
    }

    @Override
    public long sample(long key) {
        return draw;
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double cdf(double nanos) {
        return nanos >= value ? 1 : 0;
    }

    @Override
    public long quantile(double p) {
        return draw;
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public boolean isZero() {
        return draw == 0;
    }

    @Override
    public Distribution scaled(double factor) {
        return new Constant(value * factor);
    }

    @Override
    public Distribution plus(double nanos) {
        return new Constant(value + nanos);
    }

    @Override
    public String toString() {
        return Durations.format(value);
    }
}
