package dsqlsim.history;

import java.util.ArrayList;
import java.util.List;

/** Looks for the plainest chain of transactions that comes back to its first, and names it. */
final class Cycles {
    private static final int TRIED_MAX = 200;

    private final List<Txn> txns;
    private final Model model;
    private final Digraph graph;

    Cycles(List<Txn> txns, Model model, Digraph graph) {
        this.txns = txns;
        this.model = model;
        this.graph = graph;
    }

    /** The violation, or null when nothing comes back to itself. */
    Judgement find() {
        if (none(graph.components(EventGraph.EVERYTHING))) {
            return null;
        }
        int data = EventGraph.INNER | EventGraph.WW;
        int[] steps = {data, data | EventGraph.WR, data | EventGraph.WR | EventGraph.RW, EventGraph.EVERYTHING};
        for (int kinds : steps) {
            int[] components = graph.components(kinds);
            if (!none(components)) {
                return named(cycle(kinds, components));
            }
        }
        throw new IllegalStateException("a cycle of all kinds is gone");
    }

    private static boolean none(int[] components) {
        for (int each : components) {
            if (each >= 0) {
                return false;
            }
        }
        return true;
    }

    /** One with a single missed write if there is one, else a short one. */
    private int[] cycle(int kinds, int[] components) {
        int tried = 0;
        int[] best = null;
        for (int edge = 0; edge < graph.edges() && tried < TRIED_MAX; edge++) {
            int component = components[graph.from(edge)];
            boolean inside = component >= 0 && component == components[graph.to(edge)];
            boolean missed = graph.kind(edge) == EventGraph.RW && (kinds & EventGraph.RW) != 0;
            boolean any = (graph.kind(edge) & kinds & ~EventGraph.INNER) != 0;
            if (inside && (missed || (kinds & EventGraph.RW) == 0 && any)) {
                tried++;
                int[] way = graph.path(graph.to(edge), graph.from(edge), kinds & ~EventGraph.RW, components);
                if (way != null) {
                    return closed(edge, way);
                }
                way = graph.path(graph.to(edge), graph.from(edge), kinds, components);
                if (way != null && (best == null || way.length + 1 < best.length)) {
                    best = closed(edge, way);
                }
            }
        }
        return best == null ? anyCycle(kinds, components) : best;
    }

    private int[] anyCycle(int kinds, int[] components) {
        for (int edge = 0; edge < graph.edges(); edge++) {
            int component = components[graph.from(edge)];
            if (component >= 0 && component == components[graph.to(edge)] && (graph.kind(edge) & kinds) != 0) {
                return closed(edge, graph.path(graph.to(edge), graph.from(edge), kinds, components));
            }
        }
        throw new IllegalStateException("a component without a cycle");
    }

    private static int[] closed(int edge, int[] way) {
        int[] all = new int[way.length + 1];
        all[0] = edge;
        System.arraycopy(way, 0, all, 1, way.length);
        return all;
    }

    private Judgement named(int[] found) {
        int[] cycle = fromATransaction(found);
        int missed = 0;
        int read = 0;
        boolean adjacent = false;
        String suffix = "";
        int earlier = -1;
        List<String> words = new ArrayList<>();
        boolean lastMissed = kindBefore(cycle, cycle.length) == EventGraph.RW;
        for (int edge : cycle) {
            int kind = graph.kind(edge);
            if (kind == EventGraph.INNER) {
                continue;
            }
            missed += kind == EventGraph.RW ? 1 : 0;
            read += kind == EventGraph.WR ? 1 : 0;
            adjacent |= kind == EventGraph.RW && lastMissed && cycle.length > 1;
            lastMissed = kind == EventGraph.RW;
            suffix = kind == EventGraph.SESSION ? "-process" : kind == EventGraph.TIME ? "-realtime" : suffix;
            earlier = isTransaction(graph.from(edge)) ? graph.from(edge) : earlier;
            if (isTransaction(graph.to(edge))) {
                words.add(words(name(earlier), name(graph.to(edge)), kind, graph.label(edge)));
            }
        }
        String name = missed == 0
                ? (read == 0 ? "G0" : "G1c")
                : missed == 1 ? "G-single-item" : adjacent ? "G2-item" : "G-nonadjacent-item";
        return new Judgement(Judgement.Verdict.VIOLATED, name + suffix, merged(words));
    }

    /** The same cycle, not begun at a point in time. */
    private int[] fromATransaction(int[] cycle) {
        int start = 0;
        while (start < cycle.length - 1 && !isTransaction(graph.from(cycle[start]))) {
            start++;
        }
        int[] turned = new int[cycle.length];
        for (int i = 0; i < cycle.length; i++) {
            turned[i] = cycle[(start + i) % cycle.length];
        }
        return turned;
    }

    private int kindBefore(int[] cycle, int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (graph.kind(cycle[i]) != EventGraph.INNER) {
                return graph.kind(cycle[i]);
            }
        }
        return 0;
    }

    private static List<String> merged(List<String> words) {
        List<String> distinct = new ArrayList<>();
        for (String each : words) {
            if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(each)) {
                distinct.add(each);
            }
        }
        return distinct;
    }

    private String words(String a, String b, int kind, String key) {
        return switch (kind) {
            case EventGraph.WW -> a + " wrote " + key + " before " + b + " did";
            case EventGraph.WR -> b + " read " + key + " as " + a + " had written it";
            case EventGraph.RW -> a + " read " + key + " without what " + b + " wrote";
            case EventGraph.SESSION -> a + " ended before " + b + " began, in the same session";
            default ->
                model == Model.ANSI_SI
                        ? a + " began before " + b + " ended, so it can't have seen it"
                        : a + " ended before " + b + " began";
        };
    }

    private boolean isTransaction(int node) {
        return EventGraph.txnOf(node, txns.size(), model) >= 0;
    }

    private String name(int node) {
        return txns.get(EventGraph.txnOf(node, txns.size(), model)).id();
    }
}
