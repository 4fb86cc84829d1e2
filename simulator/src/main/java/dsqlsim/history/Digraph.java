package dsqlsim.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A directed graph over arrays, with kinds of edges; finds what comes back to itself without recursion. */
final class Digraph {
    private int[] from = new int[64];
    private int[] to = new int[64];
    private byte[] kind = new byte[64];
    private int[] label = new int[64];
    private int edges;
    private int nodes;
    private int[] first = {};
    private int[] byNode = {};
    private final List<String> labels = new ArrayList<>();
    private final Map<String, Integer> labelNumbers = new LinkedHashMap<>();

    void add(int a, int b, int edgeKind, String edgeLabel) {
        if (edges == from.length) {
            int more = edges * 2;
            from = Arrays.copyOf(from, more);
            to = Arrays.copyOf(to, more);
            kind = Arrays.copyOf(kind, more);
            label = Arrays.copyOf(label, more);
        }
        from[edges] = a;
        to[edges] = b;
        kind[edges] = (byte) edgeKind;
        label[edges++] = edgeLabel == null ? -1 : labelNumbers.computeIfAbsent(edgeLabel, this::number);
    }

    private int number(String text) {
        labels.add(text);
        return labels.size() - 1;
    }

    /** No edge comes any more. */
    void close(int nodeCount) {
        nodes = nodeCount;
        first = new int[nodes + 1];
        for (int e = 0; e < edges; e++) {
            first[from[e] + 1]++;
        }
        for (int n = 0; n < nodes; n++) {
            first[n + 1] += first[n];
        }
        byNode = new int[edges];
        int[] next = Arrays.copyOf(first, nodes);
        for (int e = 0; e < edges; e++) {
            byNode[next[from[e]]++] = e;
        }
    }

    int from(int edge) {
        return from[edge];
    }

    int to(int edge) {
        return to[edge];
    }

    int kind(int edge) {
        return kind[edge];
    }

    String label(int edge) {
        return label[edge] < 0 ? null : labels.get(label[edge]);
    }

    int edges() {
        return edges;
    }

    /** The strongly connected component of each node, along edges of some kinds; -1 for a node that is alone in its own. */
    int[] components(int kinds) {
        return new Tarjan(kinds).run();
    }

    /** The edges of a shortest way between nodes within one component, or null. */
    int[] path(int start, int goal, int kinds, int[] component) {
        int[] via = new int[nodes];
        Arrays.fill(via, -2);
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(start);
        via[start] = -1;
        while (!queue.isEmpty() && via[goal] == -2) {
            int node = queue.poll();
            for (int i = first[node]; i < first[node + 1]; i++) {
                int edge = byNode[i];
                int next = to[edge];
                if ((kind[edge] & kinds) != 0 && component[next] == component[start] && via[next] == -2) {
                    via[next] = edge;
                    queue.add(next);
                }
            }
        }
        return via[goal] == -2 ? null : back(via, goal);
    }

    private int[] back(int[] via, int goal) {
        ArrayDeque<Integer> way = new ArrayDeque<>();
        for (int node = goal; via[node] >= 0; node = from[via[node]]) {
            way.addFirst(via[node]);
        }
        return way.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Tarjan's algorithm with a stack of its own. */
    private final class Tarjan {
        private final int kinds;
        private final int[] index = new int[nodes];
        private final int[] low = new int[nodes];
        private final int[] cursor = Arrays.copyOf(first, nodes);
        private final int[] component = new int[nodes];
        private final boolean[] open = new boolean[nodes];
        private final int[] stack = new int[nodes];
        private final int[] calls = new int[nodes];
        private int stacked;
        private int called;
        private int counter;
        private int components;

        Tarjan(int kinds) {
            this.kinds = kinds;
            Arrays.fill(component, -1);
        }

        int[] run() {
            for (int n = 0; n < nodes; n++) {
                if (index[n] == 0) {
                    enter(n);
                    while (called > 0) {
                        step(calls[called - 1]);
                    }
                }
            }
            return component;
        }

        private void enter(int node) {
            index[node] = low[node] = ++counter;
            open[node] = true;
            stack[stacked++] = node;
            calls[called++] = node;
        }

        private void step(int node) {
            while (cursor[node] < first[node + 1]) {
                int edge = byNode[cursor[node]++];
                if ((kind[edge] & kinds) == 0) {
                    continue;
                }
                int next = to[edge];
                if (index[next] == 0) {
                    enter(next);
                    return;
                }
                if (open[next]) {
                    low[node] = Math.min(low[node], index[next]);
                }
            }
            called--;
            if (called > 0) {
                int caller = calls[called - 1];
                low[caller] = Math.min(low[caller], low[node]);
            }
            if (low[node] == index[node]) {
                leave(node);
            }
        }

        private void leave(int root) {
            boolean alone = stack[stacked - 1] == root;
            int node;
            do {
                node = stack[--stacked];
                open[node] = false;
                component[node] = alone ? -1 : components;
            } while (node != root);
            components++;
        }
    }
}
