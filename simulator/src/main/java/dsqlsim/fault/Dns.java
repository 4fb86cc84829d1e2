package dsqlsim.fault;

import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.List;

/** DNS goes on answering what it answered ({@code stale}), or health checks stop ({@code health-checks}). {@code endpoints} null is all. */
public record Dns(String what, List<Target> endpoints) implements Action {
    private static final List<String> WHATS = List.of("stale", "health-checks");

    static Action parse(Cursor yaml, Scene scene) {
        return yaml.byForm(
                "what is wrong with DNS",
                each -> new Dns(each.value(Shape.word(WHATS)), null),
                null,
                each -> each.record(fields -> new Dns(
                        fields.field("what", "stale answers, or an outage of health checks")
                                .value(Shape.word(WHATS)),
                        fields.optional("target", "the regions whose endpoints it is about; left out: all")
                                .or(null, target -> Targets.parse(target, scene)))));
    }

    @Override
    public Healing begin(Stage stage) {
        Object handle = stage.dns(what, endpoints);
        return () -> stage.heal(handle);
    }

    @Override
    public Disruption disruption() {
        return Disruption.INFRASTRUCTURE;
    }

    @Override
    public String describe() {
        String about = endpoints == null ? "all endpoints" : Target.list(endpoints);
        return (what.equals("stale") ? "stale answers about " : "no health checks of ") + about;
    }

    @Override
    public List<Target> targets() {
        return endpoints == null ? List.of() : endpoints;
    }
}
