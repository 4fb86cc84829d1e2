package dsqlsim.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the picture of the places shows from a time on.
 *
 * @param down nodes that are down
 * @param still nodes that are paused
 * @param cuts pairs of places that can't reach each other, each as {@code from|to}
 * @param evicted regions that are no members of the quorum
 * @param leaders nodes that lead a shard
 * @param text all of it in a sentence
 */
record Moment(
        double at,
        Set<String> down,
        Set<String> still,
        Set<String> cuts,
        Set<String> evicted,
        Set<String> leaders,
        String text) {
    private static final int MOMENTS_MAX = 300;
    private static final String PLANE = "control-plane.";

    /** Every moment at which something of it changed, in the order of time. */
    static List<Moment> of(RunResult result) {
        TreeSet<Double> times = new TreeSet<>();
        times.add(0.0);
        result.timeline().topology().states().forEach(state -> times.add(state.at()));
        result.events().stream().filter(Moment::tells).forEach(event -> times.add(event.at()));
        List<Moment> all = new ArrayList<>();
        for (double time : times) {
            if (all.size() < MOMENTS_MAX) {
                all.add(at(time, result));
            }
        }
        return all;
    }

    private static boolean tells(SystemEvent event) {
        return switch (event.type()) {
            case "leader-elected", "leader-lost", "eviction-decided", "readmitted" -> true;
            default -> false;
        };
    }

    private static Moment at(double time, RunResult result) {
        Topology.State state = new Topology.State(0, List.of(), List.of(), List.of());
        for (Topology.State each : result.timeline().topology().states()) {
            state = each.at() <= time ? each : state;
        }
        Map<Integer, String> leaders = new TreeMap<>();
        Set<String> evicted = new LinkedHashSet<>();
        List<String> happened = new ArrayList<>();
        for (SystemEvent event : result.events()) {
            if (event.at() <= time) {
                apply(event, leaders, evicted);
                if (event.at() == time && (tells(event) || event.fault() != null)) {
                    happened.add(Story.happened(event));
                }
            }
        }
        Set<String> cuts = new LinkedHashSet<>();
        state.cuts().forEach(pair -> cuts.add(String.join("|", pair)));
        return new Moment(
                time,
                new LinkedHashSet<>(state.down()),
                new LinkedHashSet<>(state.still()),
                cuts,
                evicted,
                new LinkedHashSet<>(leaders.values()),
                text(state, leaders, evicted, happened));
    }

    private static void apply(SystemEvent event, Map<Integer, String> leaders, Set<String> evicted) {
        switch (event.type()) {
            case "leader-elected" -> leaders.put(event.shard(), event.node());
            case "leader-lost" -> leaders.remove(event.shard());
            case "eviction-decided" -> evicted.add(region(event));
            case "readmitted" -> evicted.remove(region(event));
            default -> {}
        }
    }

    private static String region(SystemEvent event) {
        String node = event.node() == null ? "" : event.node();
        return node.startsWith(PLANE) ? node.substring(PLANE.length()) : node;
    }

    private static String text(
            Topology.State state, Map<Integer, String> leaders, Set<String> evicted, List<String> happened) {
        List<String> parts = new ArrayList<>();
        parts.add(happened.isEmpty() ? "the run begins" : String.join("; ", happened));
        Map<String, Set<String>> cut = new LinkedHashMap<>();
        state.cuts()
                .forEach(pair -> cut.computeIfAbsent(pair.get(0), any -> new LinkedHashSet<>())
                        .add(pair.get(1)));
        cut.forEach((from, to) -> parts.add(from + " does not reach " + String.join(", ", to)));
        add(parts, state.down().size(), "down");
        add(parts, state.still().size(), "standing still");
        evicted.forEach(each -> parts.add(each + " is evicted"));
        parts.add(leaders.size() == 1 ? "1 shard is led" : leaders.size() + " shards are led");
        return String.join(". ", parts) + ".";
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + (count == 1 ? " node is " : " nodes are ") + what);
        }
    }

    /** The one to show first, and the only one without scripts: in the middle of the first trouble. */
    static int worst(List<Moment> moments) {
        int worst = 0;
        for (int i = 0; i < moments.size(); i++) {
            if (moments.get(i).trouble() > moments.get(worst).trouble()) {
                worst = i;
            }
        }
        return worst;
    }

    int trouble() {
        return down.size() + still.size() + cuts.size() + 2 * evicted.size();
    }

    /** The nodes, places and links that a picture marks, each with how. */
    Map<String, String> marked() {
        Map<String, String> marks = new TreeMap<>();
        leaders.forEach(each -> marks.put(each, "leads"));
        down.forEach(each -> marks.put(each, "down"));
        still.forEach(each -> marks.put(each, "still"));
        evicted.forEach(each -> marks.put(each, "evicted"));
        cuts.forEach(each -> marks.put(each, "cut"));
        return Collections.unmodifiableMap(marks);
    }
}
