package dsqlsim.history;

import java.util.ArrayList;
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
    private final boolean late;
    private final Digraph graph;
    private int nodes;

    private EventGraph(List<Txn> txns, Model model, boolean late) {
        this.txns = txns;
        this.late = late;
        this.model = model;
        this.nodes = model.serial ? txns.size() : 2 * txns.size();
        this.graph = new Digraph();
    }

    /**
     * The events.
     *
     * @param part who takes part: all that committed, or may have
     * @param late whether those whose order nobody saw come in that of their commit times; else in none
     */
    static Digraph of(List<Txn> txns, boolean[] part, List<Versions> versions, Model model, boolean late) {
        EventGraph events = new EventGraph(txns, model, late);
        for (int t = 0; t < txns.size() && !model.serial; t++) {
            events.graph.add(events.begin(t), events.end(t), INNER, null);
        }
        versions.forEach(each -> events.add(each, part));
        if (model == Model.SESSION_SI) {
            events.sessions(part);
        } else if (model == Model.STRICT_SERIALIZABLE || model == Model.STRONG_SI) {
            events.endsBeforeBegins(members(part), TIME);
        } else if (model == Model.ANSI_SI) {
            events.onlyThePast(members(part));
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
        List<Integer> after =
                versions.late().stream().filter(each -> part[each]).toList();
        for (int each : after) {
            if (last >= 0) {
                precedes(last, each, WW, key);
            }
            last = late ? each : last;
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
                after.forEach(other -> misses(each.txn(), other, key));
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
            if (session.stream().noneMatch(t -> Double.isNaN(txns.get(t).start()))) {
                endsBeforeBegins(session, SESSION);
            } else {
                inTurn(session);
            }
        }
    }

    /** Without times those of a session come in the order in which they are listed. */
    private void inTurn(List<Integer> session) {
        int last = -1;
        for (int t : session) {
            if (last >= 0) {
                precedes(last, t, SESSION, null);
            }
            last = txns.get(t).status() == Txn.Status.COMMITTED ? t : last;
        }
    }

    /** Whoever ended before another began comes first: along a chain of the ends. */
    private void endsBeforeBegins(List<Integer> members, int kind) {
        Integer[] ends = inTime(members, true);
        Integer[] begins = inTime(members, false);
        int chain = nodes;
        nodes += ends.length;
        int e = 0;
        for (int t : begins) {
            while (e < ends.length && txns.get(ends[e]).commit() < txns.get(t).start()) {
                graph.add(end(ends[e]), chain + e, kind, null);
                if (e > 0) {
                    graph.add(chain + e - 1, chain + e, kind, null);
                }
                e++;
            }
            if (e > 0) {
                graph.add(chain + e - 1, begin(t), kind, null);
            }
        }
    }

    /** Whoever began before, or when, another ended can't have seen it: along a chain of the begins, backwards. */
    private void onlyThePast(List<Integer> members) {
        Integer[] ends = inTime(members, true);
        Integer[] begins = inTime(members, false);
        int chain = nodes;
        nodes += begins.length;
        int b = 0;
        for (int t : ends) {
            while (b < begins.length && time(begins[b], false) <= time(t, true)) {
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

    private static List<Integer> members(boolean[] part) {
        List<Integer> members = new ArrayList<>();
        for (int t = 0; t < part.length; t++) {
            if (part[t]) {
                members.add(t);
            }
        }
        return members;
    }

    private Integer[] inTime(List<Integer> members, boolean ends) {
        return members.stream()
                .filter(t -> !Double.isNaN(time(t, ends)))
                .sorted(Comparator.comparingDouble(t -> time(t, ends)))
                .toArray(Integer[]::new);
    }

    /** Nobody knows when those of unknown outcome ended: not before they began. */
    private double time(int t, boolean end) {
        Txn txn = txns.get(t);
        boolean known = txn.status() == Txn.Status.COMMITTED;
        return end && known ? txn.commit() : end && model != Model.ANSI_SI ? Double.NaN : txn.start();
    }
}
