package dsqlsim.run;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** The scalars of a replication in a tenth of the space: replications that know the same names share them. */
final class PackedScalars extends AbstractMap<String, Double> {
    private final String[] names;
    /** NaN where there was no sample. */
    private final double[] values;

    private PackedScalars(String[] names, double[] values) {
        this.names = names;
        this.values = values;
    }

    /** These scalars, with the names of others if they are the same; those may be null. */
    static PackedScalars of(Map<String, Double> scalars, PackedScalars others) {
        String[] names = scalars.keySet().toArray(String[]::new);
        boolean same = others != null && Arrays.equals(names, others.names);
        double[] values = scalars.values().stream()
                .mapToDouble(value -> value == null ? Double.NaN : value)
                .toArray();
        return new PackedScalars(same ? others.names : names, values);
    }

    private Entry<String, Double> entry(int index) {
        return new SimpleImmutableEntry<>(names[index], Double.isNaN(values[index]) ? null : (Double) values[index]);
    }

    @Override
    public Set<Entry<String, Double>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Double>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < names.length;
                    }

                    @Override
                    public Entry<String, Double> next() {
                        return entry(next++);
                    }
                };
            }

            @Override
            public int size() {
                return names.length;
            }
        };
    }
}
