package dsqlsim.run;

import dsqlsim.report.Topology;
import dsqlsim.world.Geography;
import dsqlsim.world.Node;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the nodes of a world are, what faults did to them, and how wide their clocks' bounds are. */
final class Places {
    private static final int STATES_MAX = 200;

    private final World world;
    private final Geography geography;
    private final List<Topology.State> states = new ArrayList<>();

    Places(World world) {
        this.world = world;
        this.geography = world.geography();
    }

    /** The widest bound of the clocks of a region just now, in seconds. */
    double clockBound(int region) {
        long widest = -1;
        for (Node node : world.nodes()) {
            if (node.region == region && !node.outside()) {
                widest = Math.max(widest, node.clock.bound());
            }
        }
        return widest < 0 ? Double.NaN : widest / 1e9;
    }

    /** Takes down what is wrong just now: to be called when a fault has changed it. */
    void note() {
        if (states.size() == STATES_MAX) {
            return;
        }
        List<String> down = new ArrayList<>();
        List<String> still = new ArrayList<>();
        for (Node node : world.nodes()) {
            if (!node.up()) {
                down.add(node.name);
            } else if (node.paused()) {
                still.add(node.name);
            }
        }
        states.add(new Topology.State(world.now() / 1e9, down, still, cuts()));
    }

    Topology topology() {
        List<Topology.Region> regions = new ArrayList<>();
        for (int i = 0; i < geography.regions().size(); i++) {
            Geography.Region region = geography.regions().get(i);
            regions.add(new Topology.Region(region.name(), i == geography.witness(), region.zones()));
        }
        List<Topology.Part> parts = world.nodes().stream()
                .map(node -> new Topology.Part(
                        node.name,
                        node.role,
                        geography.regionName(node.region),
                        node.zone < 0 ? null : geography.zoneName(node.region, node.zone),
                        node.shard < 0 ? null : (Integer) node.shard))
                .toList();
        return new Topology(regions, parts, states);
    }

    // ---- cuts

    /** Regions between which nothing gets through; where that is said of no two regions, zones. */
    private List<List<String>> cuts() {
        List<List<String>> cuts = pairs(sites(false));
        return cuts.isEmpty() ? pairs(sites(true)) : cuts;
    }

    private List<List<String>> pairs(Map<String, List<Node>> sites) {
        List<List<String>> cuts = new ArrayList<>();
        sites.forEach((from, senders) -> sites.forEach((to, receivers) -> {
            if (!from.equals(to) && cut(senders, receivers)) {
                cuts.add(List.of(from, to));
            }
        }));
        return cuts;
    }

    private boolean cut(List<Node> senders, List<Node> receivers) {
        return senders.stream().allMatch(from -> receivers.stream().allMatch(to -> world.isCut(from, to)));
    }

    private Map<String, List<Node>> sites(boolean zones) {
        Map<String, List<Node>> sites = new LinkedHashMap<>();
        for (Node node : world.nodes()) {
            if (!node.outside() && (!zones || node.zone >= 0)) {
                String site = zones ? geography.zoneName(node.region, node.zone) : geography.regionName(node.region);
                sites.computeIfAbsent(site, any -> new ArrayList<>()).add(node);
            }
        }
        return sites;
    }
}
