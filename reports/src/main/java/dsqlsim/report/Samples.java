package dsqlsim.report;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** Numbers, one per replication, null where there was no sample: a hundred thousand replications have millions of them. */
public final class Samples extends AbstractList<Double> implements RandomAccess {
    private final double[] values;

    private Samples(double[] values) {
        this.values = values;
    }

    /** The first so many of these; NaN is a missing one. */
    public static Samples of(double[] values, int count) {
        return new Samples(Arrays.copyOf(values, count));
    }

    /** These, where null is a missing one; what was reckoned without a number is refused, not taken for missing. */
    static Samples of(List<Double> values) {
        if (values instanceof Samples samples) {
            return samples;
        }
        double[] plain = new double[values.size()];
        for (int i = 0; i < plain.length; i++) {
            Double value = values.get(i);
            if (value != null && value.isNaN()) {
                throw new IllegalArgumentException("NaN is no number for a result; a metric without samples is null");
            }
            plain[i] = value == null ? Double.NaN : value;
        }
        return new Samples(plain);
    }

    @Override
    public Double get(int index) {
        double value = values[index];
        return Double.isNaN(value) ? null : (Double) value;
    }

    @Override
    public int size() {
        return values.length;
    }

    /** Those that are there, ascending. */
    public double[] sorted() {
        double[] present =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(present);
        return present;
    }
}
