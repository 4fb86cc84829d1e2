package dsqlsim.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Doing one thing to each node of some targets, and undoing it to the same nodes. */
final class Nodes {
    private Nodes() {}

    static Healing each(Stage stage, List<Target> targets, IntConsumer act, IntConsumer undo) {
        List<int[]> hit = new ArrayList<>();
        for (Target target : targets) {
            int[] nodes = stage.resolve(target);
            hit.add(nodes);
            for (int node : nodes) {
                act.accept(node);
            }
        }
        return () -> hit.forEach(nodes -> {
            for (int node : nodes) {
                undo.accept(node);
            }
        });
    }

    /** What losing these places or nodes is called. */
    static Disruption disruption(List<Target> targets) {
        Disruption widest = Disruption.INFRASTRUCTURE;
        for (Target target : targets) {
            Disruption own = !target.isPlace()
                    ? Disruption.INFRASTRUCTURE
                    : target.zone() == null ? Disruption.REGION : Disruption.ZONE;
            widest = own.compareTo(widest) > 0 ? own : widest;
        }
        return widest;
    }
}
