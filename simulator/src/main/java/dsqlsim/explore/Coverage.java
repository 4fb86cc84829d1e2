package dsqlsim.explore;

import dsqlsim.fault.Fault;
import dsqlsim.fault.Partition;
import dsqlsim.fault.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which faults hit which part while transactions were in which phase: for each part and kind, how many transactions were in
 * each phase when it struck.
 */
final class Coverage {
    private final Map<String, long[]> cells = new TreeMap<>();

    /** The row of a part and a kind, such as {@code journal / crash}. */
    static String row(String part, String kind) {
        return part + " / " + kind;
    }

    long[] cell(String row) {
        return cells.computeIfAbsent(row, each -> new long[Phase.values().length]);
    }

    Map<String, long[]> rows() {
        return cells;
    }

    void add(Coverage other) {
        other.cells.forEach((row, counts) -> {
            long[] mine = cell(row);
            for (int i = 0; i < mine.length; i++) {
                mine[i] += counts[i];
            }
        });
    }

    /** The rows that a fault belongs to. */
    static List<String> rowsOf(Fault fault, String witness) {
        Set<String> parts = new LinkedHashSet<>();
        for (Target each : fault.action().targets()) {
            parts.add(part(each, witness));
        }
        if (parts.isEmpty()) {
            parts.add("clients");
        }
        List<String> rows = new ArrayList<>();
        parts.forEach(part -> rows.add(row(part, kind(fault))));
        return rows;
    }

    private static String kind(Fault fault) {
        if (fault.action() instanceof Partition partition) {
            return partition.direction().label().equals("both") ? "cut" : "one-way cut";
        }
        return fault.kind().endsWith("-outage") ? "outage" : fault.kind();
    }

    private static String part(Target target, String witness) {
        if (target.role() != null) {
            return target.role();
        }
        return target.zone() != null ? "zone" : target.region().equals(witness) ? "witness" : "region";
    }
}
