package dsqlsim.fault;

import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;

/** A surge: a workload's arrivals (null: every workload's) are multiplied. */
public record Load(String workload, double factor) implements Action {
    static Action parse(Cursor yaml, Scene scene) {
        return yaml.record(fields -> new Load(
                Workloads.parse(fields, scene),
                fields.field("factor", "what arrivals are multiplied with").value(Shape.FACTOR)));
    }

    @Override
    public Healing begin(Stage stage) {
        stage.scaleLoad(workload, factor);
        return () -> stage.unscaleLoad(workload, factor);
    }

    @Override
    public Disruption disruption() {
        return Disruption.APPLICATION;
    }

    @Override
    public String describe() {
        return (workload == null ? "every workload" : workload) + ": x" + factor;
    }
}
