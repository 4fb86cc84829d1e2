package dsqlsim.fault;

import dsqlsim.yaml.Cursor;
import java.util.List;

/** Power: every node of a place crashes and its links are dead. */
public record Outage(List<Target> targets) implements Action {
    static Action zone(Cursor yaml, Scene scene) {
        return new Outage(places(yaml, scene, true));
    }

    static Action region(Cursor yaml, Scene scene) {
        return new Outage(places(yaml, scene, false));
    }

    private static List<Target> places(Cursor yaml, Scene scene, boolean zones) {
        List<Target> places = Targets.parse(yaml, scene);
        for (Target each : places) {
            boolean right = each.isPlace() && (each.zone() != null) == zones;
            if (!right && (!each.isPlace() || Targets.exists(each, scene))) {
                yaml.reject("expected a " + (zones ? "zone" : "region") + ", not '" + each + "'");
            }
        }
        return places;
    }

    @Override
    public Healing begin(Stage stage) {
        List<Object> handles = targets.stream().map(stage::placeOutage).toList();
        return () -> handles.forEach(stage::heal);
    }

    @Override
    public Disruption disruption() {
        return Nodes.disruption(targets);
    }
}
