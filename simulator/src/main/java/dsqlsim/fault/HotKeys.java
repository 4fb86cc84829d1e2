package dsqlsim.fault;

import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.Locale;

/** A share of a workload's transactions (null: of every workload's) moves onto few keys. */
public record HotKeys(String workload, double share, int keys) implements Action {
    static Action parse(Cursor yaml, Scene scene) {
        return yaml.record(fields -> new HotKeys(
                Workloads.parse(fields, scene),
                fields.field("share", "of its transactions").value(Shape.SHARE),
                fields.optional("keys", "how many")
                        .or(1L, Shape.integer(1, 1_000_000))
                        .intValue()));
    }

    @Override
    public Healing begin(Stage stage) {
        stage.hotKeys(workload, share, keys);
        return () -> stage.coolKeys(workload, share, keys);
    }

    @Override
    public Disruption disruption() {
        return Disruption.APPLICATION;
    }

    @Override
    public String describe() {
        String whose = workload == null ? "every workload" : workload;
        return String.format(Locale.ROOT, "%.3g %% of %s on %d keys", share * 100, whose, keys);
    }
}
