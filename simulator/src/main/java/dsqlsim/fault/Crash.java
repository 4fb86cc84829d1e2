package dsqlsim.fault;

import dsqlsim.yaml.Cursor;
import java.util.List;

/** Nodes lose their volatile state and restart when it heals. */
public record Crash(List<Target> targets) implements Action {
    static Action parse(Cursor yaml, Scene scene) {
        return new Crash(Targets.parse(yaml, scene));
    }

    @Override
    public Healing begin(Stage stage) {
        return Nodes.each(stage, targets, stage::crash, stage::restart);
    }

    @Override
    public Disruption disruption() {
        return Nodes.disruption(targets);
    }
}
