package dsqlsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What something was, over time: who led a shard, whether a region was a member. */
record Lane(String name, List<Stretch> stretches) {
    private static final int LANES_MAX = 16;
    private static final String PLANE = "control-plane.";

    /** From a time to a time; {@code region} is its index for the colour, -1 for what is wrong. */
    record Stretch(double from, double to, String what, int region) {}

    /** A lane for each shard with the epochs of its leaders, and for each region that was evicted. */
    static List<Lane> of(RunResult result, double end) {
        List<Lane> lanes = new ArrayList<>();
        leaders(result).forEach((shard, events) -> lanes.add(leader(shard, events, result, end)));
        List<Lane> shown = new ArrayList<>(lanes.subList(0, Math.min(LANES_MAX, lanes.size())));
        for (RegionResult region : result.regions()) {
            Lane lane = membership(region.name(), result, end);
            if (!lane.stretches().isEmpty()) {
                shown.add(lane);
            }
        }
        return shown;
    }

    private static Map<Integer, List<SystemEvent>> leaders(RunResult result) {
        Map<Integer, List<SystemEvent>> byShard = new TreeMap<>();
        for (SystemEvent event : result.events()) {
            boolean counts =
                    event.type().equals("leader-elected") || event.type().equals("leader-lost");
            if (counts && event.shard() != null) {
                byShard.computeIfAbsent(event.shard(), any -> new ArrayList<>()).add(event);
            }
        }
        return byShard;
    }

    private static Lane leader(int shard, List<SystemEvent> events, RunResult result, double end) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            SystemEvent event = events.get(i);
            double until = i + 1 < events.size() ? events.get(i + 1).at() : end;
            if (event.type().equals("leader-elected")) {
                stretches.add(new Stretch(
                        event.at(), until, event.node() + ", epoch " + event.epoch(), regionOf(event.node(), result)));
            } else {
                stretches.add(new Stretch(event.at(), until, "no leader", -1));
            }
        }
        return new Lane("shard " + shard, stretches);
    }

    private static Lane membership(String region, RunResult result, double end) {
        List<Stretch> stretches = new ArrayList<>();
        double evictedAt = -1;
        for (SystemEvent event : result.events()) {
            boolean its = (PLANE + region).equals(event.node());
            if (its && event.type().equals("eviction-decided") && evictedAt < 0) {
                evictedAt = event.at();
            } else if (its && event.type().equals("readmitted") && evictedAt >= 0) {
                stretches.add(new Stretch(evictedAt, event.at(), "evicted", -1));
                evictedAt = -1;
            }
        }
        if (evictedAt >= 0) {
            stretches.add(new Stretch(evictedAt, end, "evicted", -1));
        }
        return new Lane(region, stretches);
    }

    private static int regionOf(String node, RunResult result) {
        for (int i = 0; node != null && i < result.regions().size(); i++) {
            if (node.contains("." + result.regions().get(i).name())) {
                return i;
            }
        }
        return 0;
    }
}
