package dsqlsim.run;

import dsqlsim.architecture.Deployment;
import dsqlsim.operation.Order;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** People who act on a deployment, some time after they began to think. What a design refuses them is kept, for the result's warnings. */
final class Operators {
    private static final int KEPT_MAX = 20;

    private final World world;
    private final Deployment deployment;
    private final Map<String, Function<Order, Optional<String>>> others = new LinkedHashMap<>();
    private final List<String> refused = new ArrayList<>();

    Operators(World world, Deployment deployment) {
        this.world = world;
        this.deployment = deployment;
    }

    /** Does an action after so many nanoseconds of deciding. */
    void actAfter(long decisionNanos, String action, Map<String, String> parameters) {
        world.simulation().after(decisionNanos, new FaultEvent(-1, () -> act(action, parameters)));
    }

    /** Does an action now. Empty when it is under way, else why it is refused. */
    Optional<String> act(String action, Map<String, String> parameters) {
        Order order = new Order(action, parameters);
        world.observer().noted("operator-decided", order.toString(), null, world.now());
        Optional<String> refusal =
                others.containsKey(action) ? others.get(action).apply(order) : deployment.operate(action, parameters);
        refusal.ifPresent(why -> refuse(order, why));
        return refusal;
    }

    /** Does an order now. */
    void act(Order order) {
        act(order.action(), order.parameters());
    }

    /** Adds an action on what stands around the database, in place of the design's of that name. */
    void add(String action, Function<Order, Optional<String>> does) {
        others.put(action, does);
    }

    /** One sentence for each refused action, the first few of them. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** Notes that an order was refused, and why. */
    void refuse(Order order, String why) {
        world.observer().noted("operation-refused", order.toString(), why, world.now());
        if (refused.size() < KEPT_MAX) {
            refused.add(String.format(Locale.ROOT, "%s at %.3f s was refused: %s", order, world.now() / 1e9, why));
        }
    }
}
