package dsqlsim.scenario;

import dsqlsim.operation.Clusters;
import dsqlsim.operation.Order;
import dsqlsim.operation.Step;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code operations}: what operators do, and when. What the file alone shows to be out of order is a mistake of the file. */
final class OperationsParser {
    private final OrderParser orders;
    private final long durationNanos;
    private final Map<String, Step> latest = new HashMap<>(); // Looked up, never iterated.
    private long reached;

    OperationsParser(Topology topology, long durationNanos) {
        this.orders = new OrderParser(topology);
        this.durationNanos = durationNanos;
    }

    List<Step> parse(Cursor yaml) {
        return yaml.list(each -> each.record(this::step));
    }

    private Step step(Cursor fields) {
        Cursor atField = fields.field("at", "when");
        long at = atField.value(Shape.DURATION);
        if (at >= durationNanos) {
            atField.reject("the operation begins after the end of the run");
        } else if (at < reached) {
            atField.reject("expected the operations in the order of time");
        } else {
            reached = at;
        }
        Step step = new Step(at, fields.exactlyOne("operation", orders.alternatives()), fields.line());
        if (Clusters.ACTIONS.contains(step.order().action())) {
            inOrder(fields, step);
        }
        return step;
    }

    private void inOrder(Cursor fields, Step step) {
        Order order = step.order();
        Step before = latest.put(order.region(), step);
        if (!order.action().equals("create")
                || before == null
                || before.order().action().equals("delete")) {
            return;
        }
        fields.reject("'" + order + "' comes after '" + before.order() + "' of line " + before.line());
    }
}
