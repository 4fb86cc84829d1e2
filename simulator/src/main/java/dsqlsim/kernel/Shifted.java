package dsqlsim.kernel;

/** A law with a constant added to every draw. */
final class Shifted extends Distribution {
    private final double shift;
    private final Distribution law;

    Shifted(double shift, Distribution law) {
        this.shift = shift;
        this.law = law;
    }

    @Override
    public long sample(long key) {
        return Math.min(MAX_NANOS, rounded(shift) + law.sample(key));
    }

    @Override
    public double mean() {
        return shift + law.mean();
    }

    @Override
    public double cdf(double nanos) {
        return law.cdf(nanos - shift);
    }

    @Override
    public Distribution scaled(double factor) {
        return law.scaled(factor).plus(shift * factor);
    }

    @Override
    public Distribution plus(double nanos) {
        return new Shifted(shift + nanos, law);
    }

    @Override
    public String toString() {
        return Durations.format(shift) + " + " + law;
    }
}
