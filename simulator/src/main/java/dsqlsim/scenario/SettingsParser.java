package dsqlsim.scenario;

import dsqlsim.ledger.Assumption;
import dsqlsim.ledger.Ledger;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code settings}: entries of the assumption ledger by id. */
final class SettingsParser {
    private SettingsParser() {}

    static Map<String, String> parse(Cursor yaml, Topology topology) {
        Map<String, String> settings = new LinkedHashMap<>();
        yaml.record("setting", fields -> {
            for (Assumption each : Ledger.all()) {
                Cursor value = fields.optional(
                        each.id(), each.note().isEmpty() ? each.kind().expected() : each.note());
                if (value.present()) {
                    value(each, value, topology).ifPresent(text -> settings.put(each.id(), text));
                }
            }
            return settings;
        });
        return settings;
    }

    private static Optional<String> value(Assumption assumption, Cursor yaml, Topology topology) {
        String text = yaml.value(Shape.of(assumption.kind().expected(), Optional::of, ""));
        Optional<String> problem = assumption.problem(text);
        boolean placement = assumption.id().equals("adjudicator.leader-placement") && !text.equals("spread");
        if (problem.isPresent()) {
            yaml.reject(problem.get());
            return Optional.empty();
        }
        if (placement && topology.indexOf(text) < 0) {
            yaml.reject(
                    "expected spread or one of " + String.join(", ", topology.regionNames()) + ", not '" + text + "'");
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
