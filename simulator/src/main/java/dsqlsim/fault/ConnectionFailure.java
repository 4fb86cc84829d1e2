package dsqlsim.fault;

import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.List;
import java.util.Locale;

/** A share of connections is refused or dropped, as AWS FIS does it to a cluster. {@code endpoints} null is all. */
public record ConnectionFailure(List<Target> endpoints, double share, String mode) implements Action {
    static Action parse(Cursor yaml, Scene scene) {
        return yaml.record(fields -> new ConnectionFailure(
                fields.optional("target", "the regions whose endpoints fail; left out: all")
                        .or(null, each -> Targets.parse(each, scene)),
                fields.field("share", "of connections").value(Shape.SHARE),
                fields.optional("mode", "new ones are refused, or open ones dropped as well")
                        .or("drop", Shape.word(List.of("drop", "refuse")))));
    }

    @Override
    public Healing begin(Stage stage) {
        Object handle = stage.failConnections(endpoints, share, mode);
        return () -> stage.heal(handle);
    }

    @Override
    public Disruption disruption() {
        return Disruption.APPLICATION;
    }

    @Override
    public List<Target> targets() {
        return endpoints == null ? List.of() : endpoints;
    }

    @Override
    public String describe() {
        String where = endpoints == null ? "all endpoints" : Target.list(endpoints);
        return String.format(Locale.ROOT, "%.3g %% of connections to %s, %s", share * 100, where, mode);
    }
}
