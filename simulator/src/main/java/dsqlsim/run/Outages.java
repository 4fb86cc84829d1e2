package dsqlsim.run;

import dsqlsim.fault.Target;
import dsqlsim.world.Geography;
import dsqlsim.world.Node;
import dsqlsim.world.World;
import java.util.List;

/** Places without power. A region's services stay up while two of its zones are. */
final class Outages {
    private final World world;
    private final Geography geography;
    private final int[][] zonesDown;

    Outages(World world) {
        this.world = world;
        this.geography = world.geography();
        this.zonesDown = new int[geography.regions().size()][];
        for (int region = 0; region < zonesDown.length; region++) {
            zonesDown[region] = new int[geography.zones(region)];
        }
    }

    /** A region or a zone goes dark with the nodes in it; what is returned brings them back. */
    Runnable begin(Target place, List<Node> within) {
        within.forEach(world::cutPower);
        count(place, 1);
        return () -> {
            count(place, -1);
            within.forEach(world::restart);
        };
    }

    private void count(Target place, int change) {
        if (place.zone() == null) {
            return;
        }
        int region = geography.regionIndex(place.region());
        boolean before = servicesUp(region);
        zonesDown[region][geography.regions().get(region).zones().indexOf(place.zone())] += change;
        boolean after = servicesUp(region);
        for (Node node : world.nodes()) {
            if (node.region == region && node.zone < 0 && before != after) {
                if (after) {
                    world.restart(node);
                } else {
                    world.cutPower(node);
                }
            }
        }
    }

    private boolean servicesUp(int region) {
        int up = 0;
        for (int down : zonesDown[region]) {
            up += down == 0 ? 1 : 0;
        }
        return up >= Math.min(2, zonesDown[region].length);
    }
}
