package dsqlsim.scenario;

import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads {@code sweep}; every value of it is tried, so that a study does not fail at its last point. */
final class SweepParser {
    private static final int REPEAT_MAX = 1_000_000;

    /** Whether the scenario is sound with a value at a path: what is wrong if not. */
    private final BiFunction<String, String, Optional<String>> trial;

    SweepParser(BiFunction<String, String, Optional<String>> trial) {
        this.trial = trial;
    }

    SweepSpec parse(Cursor yaml) {
        return yaml.record(fields -> {
            Map<String, List<String>> vary = new LinkedHashMap<>();
            fields.field("vary", "paths of the scenario or ledger ids, each with the values it takes")
                    .entries((key, values) -> vary.put(key.value(Shape.TEXT), values(key.value(Shape.TEXT), values)));
            int repeat = fields.optional("repeat", "replications at each point; 1 if left out")
                    .or(1L, Shape.integer(1, REPEAT_MAX))
                    .intValue();
            return new SweepSpec(vary, repeat);
        });
    }

    private List<String> values(String path, Cursor yaml) {
        Shape<String> any = Shape.of("a value", Optional::of, "");
        List<String> values = new ArrayList<>();
        yaml.list(each -> {
            String value = each.value(any);
            trial.apply(path, value).ifPresent(each::reject);
            return values.add(value);
        });
        if (values.isEmpty()) {
            yaml.reject("expected at least one value");
        }
        return values;
    }
}
