package dsqlsim.scenario;

import dsqlsim.fault.Action;
import dsqlsim.fault.Disruption;
import dsqlsim.fault.Fault;
import dsqlsim.fault.FaultKind;
import dsqlsim.fault.Faults;
import dsqlsim.fault.Scene;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the elements of {@code faults}. */
final class FaultParser {
    /** Phases that are no fault's. */
    private static final List<String> RESERVED = List.of("before", "after", "whole", "recovery");

    private static final int COUNT_MAX = 100_000;
    private static final List<String> DISRUPTIONS =
            Arrays.stream(Disruption.values()).map(Disruption::label).toList();

    private record What(String kind, Action action) {}

    private final Scene scene;
    private final long durationNanos;
    private final Map<String, Integer> ids = new HashMap<>(); // Looked up, never iterated.
    private final Map<String, Integer> kinds = new HashMap<>(); // Looked up, never iterated.

    FaultParser(Scene scene, long durationNanos) {
        this.scene = scene;
        this.durationNanos = durationNanos;
    }

    Fault parse(Cursor yaml) {
        return yaml.record(this::fields);
    }

    private Fault fields(Cursor fields) {
        Cursor idField = fields.optional("id", "names its phase; kind and number if left out");
        Cursor atField = fields.field("at", "when it is injected");
        Cursor forField = fields.optional("for", "how long until it heals; left out: it lasts");
        Cursor everyField = fields.optional("every", "from one injection to the next");
        Cursor countField = fields.optional("count", "how many injections; left out: to the end");
        Cursor disruptionField = fields.optional("disruption", "which objective it is judged by");
        What what = fields.exactlyOne("fault kind", alternatives());
        long at = at(atField);
        long lasts = forField.or(Fault.LASTS, Shape.TIME_SPAN);
        long every = everyField.or(0L, Shape.TIME_SPAN);
        int number = kinds.merge(what.kind, 1, Integer::sum);
        String id = idField.or(what.kind + "-" + number, Shape.NAME);
        if (RESERVED.contains(id) || ids.merge(id, 1, Integer::sum) > 1) {
            (idField.present() ? idField : fields)
                    .reject(
                            RESERVED.contains(id)
                                    ? "'" + id + "' is the name of a phase"
                                    : "there are two faults '" + id + "'");
        }
        if (every > 0 && (lasts == Fault.LASTS || lasts > every)) {
            everyField.reject("expected a 'for' of at most 'every', so that each injection heals before the next");
        }
        String disruption = disruptionField.or(what.action.disruption().label(), Shape.word(DISRUPTIONS));
        return new Fault(
                id,
                what.kind,
                at,
                lasts,
                every,
                count(countField, everyField, at, every),
                Disruption.valueOf(disruption.toUpperCase(Locale.ROOT)),
                what.action,
                fields.line());
    }

    private long at(Cursor yaml) {
        long at = yaml.value(Shape.DURATION);
        if (at >= durationNanos) {
            yaml.reject("the fault begins after the end of the run");
        }
        return at;
    }

    private int count(Cursor yaml, Cursor everyField, long at, long every) {
        if (yaml.present() && !everyField.present()) {
            yaml.reject("means something only with 'every'");
        }
        if (every == 0) {
            yaml.or(1L, Shape.integer(1, COUNT_MAX));
            return 1;
        }
        long toTheEnd = Math.min(COUNT_MAX, Math.max(1, (durationNanos - at + every - 1) / every));
        return yaml.or(toTheEnd, Shape.integer(1, COUNT_MAX)).intValue();
    }

    private Map<String, Cursor.Alternative<What>> alternatives() {
        Map<String, Cursor.Alternative<What>> alternatives = new LinkedHashMap<>();
        for (FaultKind kind : Faults.all()) {
            alternatives.put(
                    kind.name(),
                    new Cursor.Alternative<>(
                            kind.summary(),
                            yaml -> new What(kind.name(), kind.parser().apply(yaml, scene))));
        }
        return alternatives;
    }
}
