package dsqlsim.run;

import dsqlsim.architecture.Deployment;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** People who act on a deployment, some time after they began to think. What a design refuses them is kept, for the result's warnings. */
final class Operators {
    private static final int KEPT_MAX = 20;

    private final World world;
    private final Deployment deployment;
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
        world.observer().happened("operator-decided", -1, -1, -1, world.now());
        Optional<String> refusal = deployment.operate(action, parameters);
        refusal.ifPresent(why -> refuse(action, why));
        return refusal;
    }

    /** One sentence for each refused action, the first few of them. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    private void refuse(String action, String why) {
        world.observer().happened("operation-refused", -1, -1, -1, world.now());
        if (refused.size() < KEPT_MAX) {
            refused.add(String.format(Locale.ROOT, "%s at %.3f s was refused: %s", action, world.now() / 1e9, why));
        }
    }
}
