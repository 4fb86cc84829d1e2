package dsqlsim.fault;

import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Disks of journal or storage replicas stall, slow down or are lost.
 *
 * @param factor of a slow disk; 0 for the others
 */
public record DiskFault(List<Target> targets, Wrong wrong, double factor) implements Action {
    /** What is wrong with a disk. */
    public enum Wrong {
        STALL,
        SLOW,
        LOSE
    }

    private record Way(Wrong wrong, double factor) {}

    static Action parse(Cursor yaml, Scene scene) {
        return yaml.record(fields -> {
            List<Target> targets = Targets.among(fields, scene);
            Way way = fields.exactlyOne("thing that is wrong with a disk", ways());
            return new DiskFault(targets, way.wrong, way.factor);
        });
    }

    private static Map<String, Cursor.Alternative<Way>> ways() {
        Map<String, Cursor.Alternative<Way>> ways = new LinkedHashMap<>();
        ways.put("stall", flag("writes do not end while it lasts", Wrong.STALL));
        ways.put(
                "slow",
                new Cursor.Alternative<>(
                        "what the time of a write is multiplied with",
                        yaml -> new Way(Wrong.SLOW, yaml.value(Shape.FACTOR))));
        ways.put("lose", flag("what was durable is gone; the replica must be given all of it anew", Wrong.LOSE));
        return ways;
    }

    private static Cursor.Alternative<Way> flag(String meaning, Wrong wrong) {
        return new Cursor.Alternative<>(meaning, yaml -> {
            if (!yaml.value(Shape.SWITCH)) {
                yaml.reject("expected 'true'");
            }
            return new Way(wrong, 0);
        });
    }

    @Override
    public Healing begin(Stage stage) {
        return switch (wrong) {
            case STALL -> Nodes.each(stage, targets, stage::stallDisk, stage::unstallDisk);
            case SLOW -> Nodes.each(stage, targets, n -> stage.slowDisk(n, factor), n -> stage.unslowDisk(n, factor));
            case LOSE -> Nodes.each(stage, targets, stage::loseDisk, node -> {});
        };
    }

    @Override
    public Disruption disruption() {
        return Disruption.INFRASTRUCTURE;
    }

    @Override
    public String describe() {
        String what = switch (wrong) {
            case STALL -> "disk stalls";
            case SLOW -> "disk slower x" + factor;
            case LOSE -> "disk lost";
        };
        return Target.list(targets) + ": " + what;
    }
}
