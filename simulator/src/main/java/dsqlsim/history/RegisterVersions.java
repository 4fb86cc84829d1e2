package dsqlsim.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The versions of keys that hold one value: in the order of the commit times, which is certain only where each writer had read. */
final class RegisterVersions {
    private final History history;
    private final List<Txn> txns;
    private final Map<String, List<Integer>> writers = new LinkedHashMap<>();
    private final List<Judgement> anomalies;

    private RegisterVersions(History history, List<Txn> txns, List<Judgement> anomalies) {
        this.history = history;
        this.txns = txns;
        this.anomalies = anomalies;
    }

    static List<Versions> of(History history, List<Txn> txns, List<Judgement> anomalies) {
        return new RegisterVersions(history, txns, anomalies).versions();
    }

    private List<Versions> versions() {
        List<Integer> order = new ArrayList<>();
        for (int t = 0; t < txns.size(); t++) {
            order.add(t);
        }
        order.sort(Comparator.comparingDouble((Integer t) -> endOf(txns.get(t))));
        Map<String, Versions> all = new LinkedHashMap<>();
        for (int t : order) {
            if (txns.get(t).status() != Txn.Status.ABORTED) {
                for (String key : txns.get(t).written().keySet()) {
                    writers.computeIfAbsent(key, missing -> new ArrayList<>()).add(t);
                }
            }
        }
        writers.forEach((key, list) -> {
            Versions versions = Versions.of(key);
            versions.writers().addAll(list);
            all.put(key, versions);
        });
        for (int t = 0; t < txns.size(); t++) {
            if (txns.get(t).status() == Txn.Status.COMMITTED) {
                internal(txns.get(t));
                for (Op read : txns.get(t).externalReads().values()) {
                    place(all.computeIfAbsent(read.key(), Versions::of), t, read);
                }
            }
        }
        return all.values().stream().map(this::doubted).toList();
    }

    private static double endOf(Txn txn) {
        return Double.isNaN(txn.committedAt()) ? Double.POSITIVE_INFINITY : txn.committedAt();
    }

    /** Reads after a transaction's own writes, or again, must be what it knows already. */
    private void internal(Txn txn) {
        Map<String, Op> known = new LinkedHashMap<>();
        for (Op op : txn.ops()) {
            Op before = known.put(op.key(), op);
            if (!op.writes() && before != null && !Objects.equals(before.value(), op.value())) {
                anomalies.add(Judgement.violated(
                        "internal",
                        txn.id() + " read " + op.key() + " = " + op.value() + " where it knew " + before.value()));
            }
        }
    }

    private void place(Versions versions, int t, Op read) {
        List<Integer> order = versions.writers();
        int found = -1;
        for (int i = 0; i < order.size(); i++) {
            boolean wrote = Objects.equals(txns.get(order.get(i)).written().get(read.key()), read.value());
            if (wrote
                    && order.get(i) != t
                    && (found < 0
                            || endOf(txns.get(order.get(i))) <= txns.get(t).start())) {
                found = i + 1;
            }
        }
        if (found < 0 && Objects.equals(history.init().get(read.key()), read.value())) {
            found = 0;
        }
        if (found < 0) {
            anomalies.add(unwritten(txns.get(t), read));
        } else {
            versions.readings().add(new Versions.Reading(t, found));
        }
    }

    private Judgement unwritten(Txn reader, Op read) {
        for (Txn txn : txns) {
            for (Op op : txn.ops()) {
                if (!txn.id().equals(reader.id())
                        && op.writes()
                        && op.key().equals(read.key())
                        && Objects.equals(op.value(), read.value())) {
                    String what = reader.id() + " read " + read.key() + " = " + read.value();
                    return txn.status() == Txn.Status.ABORTED
                            ? Judgement.violated("G1a", what + ", which " + txn.id() + " wrote and aborted")
                            : Judgement.violated("G1b", what + ", which " + txn.id() + " overwrote itself");
                }
            }
        }
        return Judgement.violated(
                "unwritten", reader.id() + " read " + read.key() + " = " + read.value() + ", which nobody wrote");
    }

    /** An order is certain when every writer had read the version before its own. */
    private Versions doubted(Versions versions) {
        if (!told(versions)) {
            return versions.inDoubt(false);
        }
        if (versions.writers().size() <= 1) {
            return versions;
        }
        int chained = 0;
        for (Versions.Reading each : versions.readings()) {
            int at = each.position();
            chained += at < versions.writers().size() && versions.writers().get(at) == each.txn() ? 1 : 0;
        }
        return chained == versions.writers().size() ? versions : versions.inDoubt(true);
    }

    private boolean told(Versions versions) {
        Set<String> values = new HashSet<>(); // Looked up, never iterated.
        values.add(history.init().get(versions.key()));
        for (int writer : versions.writers()) {
            if (!values.add(txns.get(writer).written().get(versions.key()))) {
                return false;
            }
        }
        return true;
    }
}
