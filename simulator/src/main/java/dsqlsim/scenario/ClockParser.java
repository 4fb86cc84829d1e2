package dsqlsim.scenario;

import dsqlsim.fault.Roles;
import dsqlsim.fault.Scene;
import dsqlsim.fault.Target;
import dsqlsim.fault.Targets;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;

/** Reads an element of {@code clocks}. */
final class ClockParser {
    private ClockParser() {}

    static ClockSpec parse(Cursor yaml, Topology topology) {
        Scene scene = new Scene(topology, java.util.List.of());
        return yaml.record(fields -> {
            Target place = fields.optional("region", "only there; left out: everywhere")
                    .or(new Target(null, null, null, -1, -1, 1), each -> Targets.place(each, scene));
            place = fields.optional("zone", "only there").or(place, each -> Targets.place(each, scene));
            String role = fields.optional("role", "only nodes of this role")
                    .or(null, Shape.known(Roles.of(topology.architecture())));
            return new ClockSpec(
                    new Target(place.region(), place.zone(), role, -1, -1, 1),
                    fields.optional("offset", "true offset").or(null, Shape.OFFSET),
                    fields.optional("bound", "constant, or a sawtooth").or(null, ClockParser::bound),
                    fields.optional("drift", "true drift").or(null, Shape.PPM));
        });
    }

    private static ClockSpec.Bound bound(Cursor yaml) {
        return yaml.byForm(
                "a duration or a sawtooth",
                constant -> new ClockSpec.Bound(constant.value(Shape.DURATION), 0, 0),
                null,
                sawtooth -> sawtooth.<ClockSpec.Bound>record(fields -> new ClockSpec.Bound(
                        fields.field("base", "right after a synchronisation").value(Shape.DURATION),
                        fields.field("growth", "between synchronisations").value(Shape.PPM),
                        fields.field("every", "from one synchronisation to the next")
                                .value(Shape.TIME_SPAN))));
    }
}
