package dsqlsim.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What must have happened before what: the begin (snapshot) and the end (commit) of every transaction as nodes, or one node for
 * both where transactions are serial. A history keeps the model exactly if no chain comes back to its first node, given the order of
 * the versions.
 */
final class EventGraph {
    static final int WW = 1;
    static final int WR = 2;
    static final int RW = 4;
    static final int SESSION = 8;
    static final int TIME = 16;
    static final int INNER = 32;
    static final int EVERYTHING = 63;

    private final List<Txn> txns;
    private final Model model;
    private final Digraph graph;
    private int nodes;

    private EventGraph(List<Txn> txns, Model model) {
        this.txns = txns;
        this.model = model;
        this.nodes = model.serial ? txns.size() : 2 * txns.size();
        this.graph = new Digraph();
    }

    /** {@code part} tells who takes part: all that committed, or may have. */
    static Digraph of(List<Txn> txns, boolean[] part, List<Versions> versions, Model model) {
        EventGraph events = new EventGraph(txns, model);
        for (int t = 0; t < txns.size() && !model.serial; t++) {
            events.graph.add(events.begin(t), events.end(t), INNER, null);
        }
        versions.forEach(each -> events.add(each, part));
        if (model == Model.SESSION_SI) {
            events.sessions(part);
        } else if (model == Model.STRICT_SERIALIZABLE || model == Model.STRONG_SI) {
            events.realTime(part);
        } else if (model == Model.ANSI_SI) {
            events.onlyThePast(part);
        }
        events.graph.close(events.nodes);
        return events.graph;
    }

    /** The transaction of a node, or -1 for a point in time. */
    static int txnOf(int node, int txns, Model model) {
        int t = model.serial ? node : node / 2;
        return t < txns ? t : -1;
    }

    private int begin(int t) {
        return model.serial ? t : 2 * t;
    }

    private int end(int t) {
        return model.serial ? t : 2 * t + 1;
    }

    private void add(Versions versions, boolean[] part) {
        List<Integer> writers = versions.writers();
        String key = versions.key();
        for (int i = 1; i < writers.size(); i++) {
            precedes(writers.get(i - 1), writers.get(i), WW, key);
        }
        int last = writers.isEmpty() ? -1 : writers.get(writers.size() - 1);
        for (int late : versions.late()) {
            if (last >= 0) {
                precedes(last, late, WW, key);
            }
        }
        for (Versions.Reading each : versions.readings()) {
            if (!part[each.txn()]) {
                continue;
            }
            if (each.position() > 0) {
                precedes(writers.get(each.position() - 1), each.txn(), WR, key);
            }
            if (each.position() < writers.size()) {
                misses(each.txn(), writers.get(each.position()), key);
            } else {
                versions.late().forEach(late -> misses(each.txn(), late, key));
            }
        }
    }

    private void precedes(int a, int b, int kind, String key) {
        if (a != b) {
            graph.add(end(a), begin(b), kind, key);
        }
    }

    private void misses(int reader, int writer, String key) {
        if (reader != writer) {
            graph.add(begin(reader), end(writer), RW, key);
        }
    }

    private void sessions(boolean[] part) {
        Map<String, List<Integer>> all = new LinkedHashMap<>();
        for (int t = 0; t < txns.size(); t++) {
            if (part[t] && txns.get(t).session() != null) {
                all.computeIfAbsent(txns.get(t).session(), missing -> new ArrayList<>())
                        .add(t);
            }
        }
        for (List<Integer> session : all.values()) {
            session.sort(Comparator.comparingDouble(t -> txns.get(t).start()));
            for (int i = 1; i < session.size(); i++) {
                precedes(session.get(i - 1), session.get(i), SESSION, null);
            }
        }
    }

    /** Whoever ended before another began comes first: along a chain of the ends. */
    private void realTime(boolean[] part) {
        Integer[] ends = inTime(part, true);
        Integer[] begins = inTime(part, false);
        int chain = nodes;
        nodes += ends.length;
        int e = 0;
        for (int t : begins) {
            while (e < ends.length && txns.get(ends[e]).commit() < txns.get(t).start()) {
                graph.add(end(ends[e]), chain + e, TIME, null);
                if (e > 0) {
                    graph.add(chain + e - 1, chain + e, TIME, null);
                }
                e++;
            }
            if (e > 0) {
                graph.add(chain + e - 1, begin(t), TIME, null);
            }
        }
    }

    /** Whoever began before, or when, another ended can't have seen it: along a chain of the begins, backwards. */
    private void onlyThePast(boolean[] part) {
        Integer[] ends = inTime(part, true);
        Integer[] begins = inTime(part, false);
        int chain = nodes;
        nodes += begins.length;
        int b = 0;
        for (int t : ends) {
            while (b < begins.length
                    && txns.get(begins[b]).start() <= txns.get(t).commit()) {
                graph.add(begin(begins[b]), chain + b, TIME, null);
                if (b > 0) {
                    graph.add(chain + b - 1, chain + b, TIME, null);
                }
                b++;
            }
            if (b > 0 && !txns.get(t).written().isEmpty()) {
                graph.add(chain + b - 1, end(t), TIME, null);
            }
        }
    }

    private Integer[] inTime(boolean[] part, boolean ends) {
        List<Integer> some = new ArrayList<>();
        for (int t = 0; t < txns.size(); t++) {
            Txn txn = txns.get(t);
            if (part[t] && !Double.isNaN(ends ? txn.commit() : txn.start())) {
                some.add(t);
            }
        }
        Integer[] sorted = some.toArray(Integer[]::new);
        Arrays.sort(
                sorted,
                Comparator.comparingDouble(
                        t -> ends ? txns.get(t).commit() : txns.get(t).start()));
        return sorted;
    }
}
