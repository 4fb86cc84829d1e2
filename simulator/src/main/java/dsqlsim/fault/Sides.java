package dsqlsim.fault;

import dsqlsim.yaml.Cursor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The two sides of links; {@code other} null is everything else. */
record Sides(List<Target> side, List<Target> other) {
    /** {@code isolate: [...]} or {@code between: [[...], [...]]} among the fields of a record. */
    static Sides parse(Cursor fields, Scene scene) {
        Map<String, Cursor.Alternative<Sides>> forms = new LinkedHashMap<>();
        forms.put(
                "isolate",
                new Cursor.Alternative<>("from everything else", yaml -> new Sides(Targets.parse(yaml, scene), null)));
        forms.put("between", new Cursor.Alternative<>("two sides", yaml -> between(yaml, scene)));
        return fields.exactlyOne("pair of sides", forms);
    }

    private static Sides between(Cursor yaml, Scene scene) {
        List<List<Target>> sides = yaml.list(each -> Targets.parse(each, scene));
        if (sides.size() != 2) {
            yaml.reject("expected two sides, not " + sides.size());
            return new Sides(List.of(), List.of());
        }
        return new Sides(sides.get(0), sides.get(1));
    }

    List<Target> all() {
        return other == null
                ? side
                : Stream.concat(side.stream(), other.stream()).toList();
    }

    /** Cutting a place off counts as losing it; a side of single nodes is infrastructure. */
    Disruption disruption() {
        Disruption first = Nodes.disruption(side);
        if (other == null) {
            return first;
        }
        Disruption second = Nodes.disruption(other);
        return first.compareTo(second) < 0 ? first : second;
    }
}
