package dsqlsim.run;

import dsqlsim.architecture.Deployment;
import dsqlsim.fault.Roles;
import dsqlsim.fault.Target;
import dsqlsim.world.Geography;
import dsqlsim.world.Node;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.List;

/** Which nodes a fault means. */
final class Targets {
    private final World world;
    private final Geography geography;
    private final Deployment deployment;

    Targets(World world, Deployment deployment) {
        this.world = world;
        this.geography = world.geography();
        this.deployment = deployment;
    }

    /** The nodes that play its role now, as many of them as it wants; clients are none. */
    int[] resolve(Target target) {
        List<Integer> found = new ArrayList<>();
        for (Node node : world.nodes()) {
            if (!node.outside() && fits(target, node)) {
                found.add(node.id);
            }
        }
        if (target.pick() >= 0) {
            found = target.pick() < found.size() ? List.of(found.get(target.pick())) : List.of();
        }
        int count = (int) StrictMath.ceil(target.share() * found.size() - 1e-9);
        return found.stream().limit(count).mapToInt(Integer::intValue).toArray();
    }

    private boolean fits(Target target, Node node) {
        boolean region = target.region() == null || geography.regionIndex(target.region()) == node.region;
        boolean zone = target.zone() == null || isIn(node, target.zone());
        boolean role = target.role() == null || around(node, target.role()) || deployment.plays(node, target.role());
        return region && zone && role && (target.shard() < 0 || target.shard() == node.shard);
    }

    /** Whether a node plays a role of what stands around every design. */
    private static boolean around(Node node, String role) {
        return Roles.AROUND.contains(role) && node.role.equals(role);
    }

    private boolean isIn(Node node, String zone) {
        return node.zone >= 0 && geography.zoneName(node.region, node.zone).equals(zone);
    }

    /** The nodes of a side of a cut; a regional service goes with the side that has most of its zones, and clients stand where they are. */
    boolean[] side(List<Target> targets) {
        boolean[] side = new boolean[world.nodes().size()];
        int[] zonesNamed = new int[geography.regions().size()];
        for (Target target : targets) {
            for (Node node : world.nodes()) {
                side[node.id] |= fits(target, node);
            }
            if (target.isPlace() && target.zone() != null) {
                zonesNamed[geography.regionIndex(target.region())]++;
            }
        }
        for (Node node : world.nodes()) {
            side[node.id] |= node.zone < 0 && zonesNamed[node.region] >= 2;
        }
        return side;
    }

    /** What loses its power with a region or a zone. */
    List<Node> within(Target place) {
        int region = geography.regionIndex(place.region());
        List<Node> within = new ArrayList<>();
        for (Node node : world.nodes()) {
            boolean inside = node.region == region && (place.zone() == null || isIn(node, place.zone()));
            if (inside && !node.outside()) {
                within.add(node);
            }
        }
        return within;
    }
}
