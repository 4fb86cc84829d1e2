package dsqlsim.kernel;

/**
 * A continuous law that is drawn from by inverting it: a key is a probability, the draw its quantile.
 *
 * <p>Quantiles cost a logarithm or more, so all but the tails come from a table with straight lines between its points. The
 * error is below a hundred-thousandth of the mean. In the tails, where lines would do harm, the quantile is computed.
 */
abstract class Tabulated extends Distribution {
    private static final int BITS = 10;
    private static final int CELLS = 1 << BITS;

    /** How many cells at either end are not looked up but computed. */
    private static final int TAIL = CELLS / 64;

    /** Made when first needed, and shown only when complete: replications on several threads share a distribution. */
    private volatile double[] table;

    /** The quantile of {@code p}, in nanoseconds; {@code p} is at most one half, and as small as 2^-54. */
    abstract double lower(double p);

    /** The value that is exceeded with probability {@code p}, in nanoseconds; {@code p} is at most one half. */
    abstract double upper(double p);

    @Override
    public final long sample(long key) {
        int cell = (int) (key >>> (64 - BITS));
        if (cell < TAIL || cell >= CELLS - TAIL) {
            return rounded(Math.abs(computed(key)));
        }
        double[] points = table;
        if (points == null) {
            points = tabulate();
        }
        double fraction = (key << BITS >>> 11) * 0x1.0p-53;
        double point = points[cell];
        return rounded(Math.abs(point + (points[cell + 1] - point) * fraction));
    }

    @Override
    public long quantile(double p) {
        return rounded(p <= 0.5 ? lower(p) : upper(1 - p));
    }

    private double computed(long key) {
        return key >= 0 ? lower(((key >>> 11) + 0.5) * 0x1.0p-53) : upper(((~key >>> 11) + 0.5) * 0x1.0p-53);
    }

    private double[] tabulate() {
        double[] points = new double[CELLS];
        for (int i = TAIL; i <= CELLS - TAIL; i++) {
            points[i] = i < CELLS / 2 ? lower((double) i / CELLS) : upper((double) (CELLS - i) / CELLS);
        }
        table = points;
        return points;
    }
}
