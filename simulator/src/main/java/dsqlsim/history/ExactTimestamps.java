package dsqlsim.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Checks the strictest reading of snapshot isolation: each sees exactly what was committed before its start, the first committer wins. */
final class ExactTimestamps {
    private record Written(Txn txn, String value, List<String> list) {}

    private final Map<String, TreeMap<Double, Written>> versions = new LinkedHashMap<>();
    private final History history;
    private final boolean lists;

    private ExactTimestamps(History history) {
        this.history = history;
        this.lists = history.lists();
    }

    static Judgement check(History history, List<Txn> txns, boolean[] part) {
        ExactTimestamps exact = new ExactTimestamps(history);
        List<Txn> committed = new ArrayList<>();
        for (int t = 0; t < txns.size(); t++) {
            if (part[t] && !Double.isNaN(txns.get(t).committedAt())) {
                committed.add(txns.get(t));
            }
        }
        committed.sort(Comparator.comparingDouble(Txn::committedAt));
        for (Txn txn : committed) {
            Judgement conflict = exact.commit(txn);
            if (conflict != null) {
                return conflict;
            }
        }
        Judgement doubt = Judgement.FINE;
        for (Txn txn : committed) {
            Judgement stale = txn.status() == Txn.Status.COMMITTED ? exact.read(txn) : null;
            if (stale != null && stale.verdict() == Judgement.Verdict.VIOLATED) {
                return stale;
            }
            doubt = stale == null ? doubt : stale;
        }
        return doubt;
    }

    /** Whether a key was written by somebody of whom nobody knows when, or whether, that committed. */
    private boolean doubtful(String key) {
        return history.txns().stream()
                .anyMatch(each -> each.status() == Txn.Status.UNKNOWN
                        && Double.isNaN(each.committedAt())
                        && each.written().containsKey(key));
    }

    private Judgement commit(Txn txn) {
        for (String key : txn.written().keySet()) {
            TreeMap<Double, Written> row = versions.computeIfAbsent(key, missing -> new TreeMap<>());
            Map.Entry<Double, Written> newest = row.lastEntry();
            if (newest != null && newest.getKey() >= txn.snapshotAt()) {
                String other = newest.getValue().txn().id();
                return Judgement.violated(
                        "first-committer-wins",
                        other + " committed " + key + " after " + txn.id() + " had begun",
                        txn.id() + " committed " + key + " all the same");
            }
            List<String> list = new ArrayList<>(
                    newest == null ? List.of() : newest.getValue().list());
            txn.ops().stream().filter(op -> op.writes() && op.key().equals(key)).forEach(op -> list.add(op.value()));
            row.put(txn.committedAt(), new Written(txn, txn.written().get(key), lists ? list : List.of()));
        }
        return null;
    }

    private Judgement read(Txn txn) {
        for (Op read : txn.externalReads().values()) {
            Map.Entry<Double, Written> seen =
                    versions.getOrDefault(read.key(), new TreeMap<>()).lowerEntry(txn.snapshotAt());
            Object expected = lists
                    ? (seen == null ? List.of() : seen.getValue().list())
                    : seen == null
                            ? history.init().get(read.key())
                            : seen.getValue().value();
            Object actual = lists ? (read.list() == null ? List.of() : read.list()) : read.value();
            if (!Objects.equals(expected, actual) && doubtful(read.key())) {
                return Judgement.unknown(txn.id() + " read " + read.key() + " = " + actual
                        + ", which depends on when one of unknown outcome committed, if it did");
            }
            if (!Objects.equals(expected, actual)) {
                return Judgement.violated(
                        "wrong-snapshot",
                        txn.id() + " read " + read.key() + " = " + actual + ", but "
                                + (seen == null
                                        ? "nobody had committed it before, and it was " + expected
                                        : seen.getValue().txn().id() + " had committed " + expected + " before"));
            }
        }
        return null;
    }
}
