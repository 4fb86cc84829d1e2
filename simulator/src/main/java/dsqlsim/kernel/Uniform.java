package dsqlsim.kernel;

/** Everything between two values is equally likely. */
final class Uniform extends Distribution {
    private final double from;
    private final double to;

    Uniform(double from, double to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public long sample(long key) {
        return rounded(from + (to - from) * Randomness.uniform(key));
    }

    @Override
    public double mean() {
        return (from + to) / 2;
    }

    @Override
    public double cdf(double nanos) {
        return Math.max(0, Math.min(1, (nanos - from) / (to - from)));
    }

    @Override
    public Distribution scaled(double factor) {
        return uniform(from * factor, to * factor);
    }

    @Override
    public String toString() {
        return "uniform(" + Durations.format(from) + ", " + Durations.format(to) + ")";
    }
}
