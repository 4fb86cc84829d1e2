package dsqlsim.fault;

import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.List;
import java.util.Map;

/** An operator of Aurora Global Database decides, and acts: {@code failover} may lose data, {@code switchover} does not. */
public record Operate(String what, Target to, long decisionNanos) implements Action {
    static Action failover(Cursor yaml, Scene scene) {
        return parse("failover", yaml, scene);
    }

    static Action switchover(Cursor yaml, Scene scene) {
        return parse("switchover", yaml, scene);
    }

    private static Action parse(String what, Cursor yaml, Scene scene) {
        return yaml.record(fields -> new Operate(
                what,
                Targets.place(fields.field("to", "the region that becomes primary"), scene),
                fields.optional("decision-time", "from injection to the operator's action")
                        .or(0L, Shape.DURATION)));
    }

    @Override
    public Healing begin(Stage stage) {
        stage.operate(what, decisionNanos, Map.of("to", to.region()));
        return Healing.NOTHING;
    }

    @Override
    public Disruption disruption() {
        return Disruption.REGION;
    }

    @Override
    public List<Target> targets() {
        return List.of(to);
    }
}
