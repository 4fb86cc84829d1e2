package dsqlsim.scenario;

import dsqlsim.fault.Disruption;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code objectives}. */
final class ObjectivesParser {
    private ObjectivesParser() {}

    static List<Objective> parse(Cursor yaml) {
        return yaml.record("disruption type", fields -> {
            List<Objective> objectives = new ArrayList<>();
            for (Disruption each : Disruption.values()) {
                fields.optional(each.label(), "after disruptions of this type")
                        .or(false, yes -> objectives.add(yes.record(type -> objective(each, type))));
            }
            return objectives;
        });
    }

    private static Objective objective(Disruption disruption, Cursor fields) {
        return new Objective(
                disruption,
                fields.optional("rto", "how fast service is back").or(-1L, Shape.DURATION),
                fields.optional("rpo", "how much may be lost").or(-1L, Shape.DURATION));
    }
}
