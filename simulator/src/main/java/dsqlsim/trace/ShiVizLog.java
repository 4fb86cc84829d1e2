package dsqlsim.trace;

import dsqlsim.report.Figures;
import dsqlsim.world.Node;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A recording as a log with vector clocks, which ShiViz draws: two lines an event, the node with its clock and what happened. */
public final class ShiVizLog {
    /** The regular expression that ShiViz reads it with. */
    public static final String PATTERN = "(?<host>\\S+) (?<clock>{.*})\\n(?<event>.*)";

    private record Moment(long at, boolean arrival, Hop hop) {}

    private final Map<Node, Map<String, Integer>> clocks = new HashMap<>(); // Looked up, never iterated.
    private final Map<Hop, Map<String, Integer>> carried = new HashMap<>(); // Looked up, never iterated.

    private ShiVizLog() {}

    /** Writes it, with the messages that arrived. */
    public static void write(Recording recording, OutputStream to) throws IOException {
        ShiVizLog log = new ShiVizLog();
        for (Moment each : moments(recording)) {
            to.write(log.lines(each).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<Moment> moments(Recording recording) {
        List<Moment> all = new ArrayList<>();
        for (Hop hop : recording.hops) {
            if (hop.arrived()) {
                all.add(new Moment(hop.sentAt, false, hop));
                all.add(new Moment(hop.arrivedAt, true, hop));
            }
        }
        all.sort(Comparator.comparingLong(Moment::at).thenComparing(Moment::arrival));
        return all;
    }

    private String lines(Moment moment) {
        Hop hop = moment.hop();
        Node node = moment.arrival() ? hop.to : hop.from;
        Map<String, Integer> clock = clocks.computeIfAbsent(node, any -> new TreeMap<>());
        if (moment.arrival()) {
            carried.remove(hop).forEach((name, count) -> clock.merge(name, count, Math::max));
        }
        clock.merge(node.name, 1, Integer::sum);
        if (!moment.arrival()) {
            carried.put(hop, new TreeMap<>(clock));
        }
        StringBuilder text = new StringBuilder();
        clock.forEach((name, count) -> text.append(text.length() == 0 ? "" : ", ")
                .append('"')
                .append(name)
                .append("\":")
                .append(count));
        String what = moment.arrival() ? "gets " + hop.name + " of " + hop.from.name : hop.words + " -> " + hop.to.name;
        return node.name + " {" + text + "}\n" + Figures.moment(moment.at() / 1e9) + " " + what + "\n";
    }
}
