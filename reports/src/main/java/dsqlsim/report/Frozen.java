package dsqlsim.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies that nobody changes: records of a result take one of each list and map they are given; a missing one is empty. */
final class Frozen {
    private Frozen() {}

    static <T> List<T> list(List<T> items) {
        return items == null ? List.of() : List.copyOf(items);
    }

    /** As {@link #list}, for lists that hold null where there was no sample. */
    static List<Double> samples(List<Double> values) {
        return values == null ? List.of() : Samples.of(values);
    }

    /** Keeps the order of the map it copies: that is the order in files. */
    static <V> Map<String, V> map(Map<String, V> entries) {
        return entries == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
