package dsqlsim.fault;

import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.List;

/** Service times of nodes are multiplied. */
public record Slow(List<Target> targets, double factor) implements Action {
    static Action parse(Cursor yaml, Scene scene) {
        return yaml.record(fields -> new Slow(
                Targets.among(fields, scene),
                fields.field("factor", "what service times are multiplied with").value(Shape.FACTOR)));
    }

    @Override
    public Healing begin(Stage stage) {
        return Nodes.each(stage, targets, node -> stage.slow(node, factor), node -> stage.unslow(node, factor));
    }

    @Override
    public Disruption disruption() {
        return Nodes.disruption(targets);
    }

    @Override
    public String describe() {
        return Target.list(targets) + ": x" + factor;
    }
}
