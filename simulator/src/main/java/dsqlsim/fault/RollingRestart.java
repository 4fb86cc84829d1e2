package dsqlsim.fault;

import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * One node of a role after the other restarts, zone by zone, as maintenance does it.
 *
 * @param nodes how many of the role in each place
 * @param downNanos how long each is down
 * @param gapNanos from one's return to the next one's restart
 */
public record RollingRestart(Target target, int nodes, long downNanos, long gapNanos) implements Action {
    static Action parse(Cursor yaml, Scene scene) {
        return yaml.record(fields -> {
            String role = fields.field("role", "of the nodes")
                    .value(Shape.known(Roles.of(scene.places().architecture())));
            Target in = fields.optional("region", "only there; left out: everywhere")
                    .or(new Target(null, null, null, -1, -1, 1), each -> Targets.place(each, scene));
            return new RollingRestart(
                    new Target(in.region(), in.zone(), role, -1, -1, 1),
                    fields.optional("nodes", "how many in each place; left out: shards, partitions or 1")
                            .or((long) usual(role, scene.places()), Shape.integer(1, 10_000))
                            .intValue(),
                    fields.optional("down", "how long each is down").or(2_000_000_000L, Shape.TIME_SPAN),
                    fields.optional("gap", "from one's return to the next one's restart")
                            .or(3_000_000_000L, Shape.TIME_SPAN));
        });
    }

    private static int usual(String role, Places places) {
        return switch (role) {
            case Roles.ADJUDICATOR, Roles.JOURNAL -> places.shards();
            case Roles.STORAGE -> places.partitions();
            default -> 1;
        };
    }

    @Override
    public Healing begin(Stage stage) {
        return new Crash(List.of(target)).begin(stage); // Never injected as a whole: see steps.
    }

    @Override
    public List<Step> steps(Places places, long key, long lastsNanos) {
        List<Step> steps = new ArrayList<>();
        long at = 0;
        for (Target place : placesOf(places)) {
            for (int node = 0; node < nodes; node++) {
                steps.add(new Step(at, downNanos, new Crash(List.of(place.picking(node)))));
                at += downNanos + gapNanos;
            }
        }
        return steps;
    }

    private List<Target> placesOf(Places places) {
        if (target.zone() != null) {
            return List.of(target);
        }
        List<Target> found = new ArrayList<>();
        for (String region : places.regionNames()) {
            boolean wanted = target.region() == null || target.region().equals(region);
            for (String zone : wanted ? places.zones(region) : List.<String>of()) {
                found.add(target.in(region, zone));
            }
        }
        return found;
    }

    @Override
    public Disruption disruption() {
        return Disruption.APPLICATION;
    }

    @Override
    public List<Target> targets() {
        return List.of(target);
    }
}
