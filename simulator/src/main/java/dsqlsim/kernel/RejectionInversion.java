package dsqlsim.kernel;

/**
 * Zipf's law for more ranks than a table should hold (Hörmann and Derflinger 1996): invert the integral of x^-skew, round to a rank,
 * and reject what the step function of the ranks has less of. One try is nearly always enough.
 */
final class RejectionInversion extends Zipf {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long ranks;
    private final double skew;
    private final double from;
    private final double to;
    private final double surelyInside;

    RejectionInversion(long ranks, double skew) {
        this.ranks = ranks;
        this.skew = skew;
        this.from = integral(1.5) - 1;
        this.to = integral(ranks + 0.5);
        this.surelyInside = 2 - inverse(integral(2.5) - density(2));
    }

    @Override
    public long rank(long key) {
        long bits = key;
        while (true) {
            double area = to + Randomness.uniform(bits) * (from - to);
            double x = inverse(area);
            long rank = Math.max(1, Math.min(ranks, (long) (x + 0.5)));
            if (rank - x <= surelyInside || area >= integral(rank + 0.5) - density((double) rank)) {
                return rank;
            }
            bits = Randomness.mix(bits + GOLDEN);
        }
    }

    private double density(double x) {
        return StrictMath.exp(-skew * StrictMath.log(x));
    }

    /** The integral of the density from 1 to x, also where the skew is 1 or next to it. */
    private double integral(double x) {
        double log = StrictMath.log(x);
        double exponent = (1 - skew) * log;
        return Math.abs(exponent) > 1e-8
                ? StrictMath.expm1(exponent) / exponent * log
                : log * (1 + exponent / 2 * (1 + exponent / 3));
    }

    private double inverse(double area) {
        double t = Math.max(-1, area * (1 - skew));
        return Math.abs(t) > 1e-8
                ? StrictMath.exp(StrictMath.log1p(t) / t * area)
                : StrictMath.exp(area * (1 - t * (0.5 - t / 3)));
    }
}
