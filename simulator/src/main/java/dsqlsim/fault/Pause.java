package dsqlsim.fault;

import dsqlsim.yaml.Cursor;
import java.util.List;

/** Nodes freeze and resume with what they had: stale leaders, late timers. */
public record Pause(List<Target> targets) implements Action {
    static Action parse(Cursor yaml, Scene scene) {
        return new Pause(Targets.parse(yaml, scene));
    }

    @Override
    public Healing begin(Stage stage) {
        return Nodes.each(stage, targets, stage::pause, stage::resume);
    }

    @Override
    public Disruption disruption() {
        return Nodes.disruption(targets);
    }
}
