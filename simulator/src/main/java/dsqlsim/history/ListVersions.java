package dsqlsim.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The versions of keys that hold lists: the longest list that was read tells the order of the appends. */
final class ListVersions {
    private final List<Txn> txns;
    private final Map<String, List<String>> longest = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> writerOf = new LinkedHashMap<>();
    private Judgement wrong;

    private ListVersions(List<Txn> txns) {
        this.txns = txns;
    }

    /** The versions of every key; or what is wrong with the reads whatever the order. */
    static List<Versions> of(List<Txn> txns, List<Judgement> anomalies) {
        ListVersions lists = new ListVersions(txns);
        List<Versions> all = lists.versions();
        if (lists.wrong != null) {
            anomalies.add(lists.wrong);
        }
        return all;
    }

    private List<Versions> versions() {
        for (int t = 0; t < txns.size(); t++) {
            for (Op op : txns.get(t).ops()) {
                if (op.writes()) {
                    writerOf.computeIfAbsent(op.key(), key -> new LinkedHashMap<>())
                            .put(op.value(), t);
                }
            }
        }
        Map<String, Map<Integer, List<String>>> snapshots = new LinkedHashMap<>();
        for (int t = 0; t < txns.size(); t++) {
            if (txns.get(t).status() == Txn.Status.COMMITTED) {
                read(t, snapshots);
            }
        }
        List<Versions> all = new ArrayList<>();
        writerOf.keySet().forEach(key -> snapshots.computeIfAbsent(key, missing -> new LinkedHashMap<>()));
        snapshots.forEach((key, readers) -> all.add(versions(key, readers)));
        return all;
    }

    /** What a transaction's snapshot held of each key: its reads, less what it appended itself before. */
    private void read(int t, Map<String, Map<Integer, List<String>>> snapshots) {
        Map<String, List<String>> own = new LinkedHashMap<>();
        for (Op op : txns.get(t).ops()) {
            List<String> mine = own.computeIfAbsent(op.key(), key -> new ArrayList<>());
            if (op.writes()) {
                mine.add(op.value());
                continue;
            }
            List<String> list = op.list() == null ? List.of() : op.list();
            int cut = list.size() - mine.size();
            if (cut < 0 || !list.subList(cut, list.size()).equals(mine)) {
                fail("internal", id(t) + " read " + op.key() + " = " + list + " after it had appended " + mine);
                continue;
            }
            List<String> before = list.subList(0, cut);
            List<String> after = after(t, op.key(), list, before);
            if (after.size() > longest.getOrDefault(op.key(), List.of()).size()) {
                longest.put(op.key(), after);
            }
            List<String> earlier = snapshots
                    .computeIfAbsent(op.key(), key -> new LinkedHashMap<>())
                    .putIfAbsent(t, before);
            if (earlier != null && !earlier.equals(before)) {
                fail("internal", id(t) + " read " + op.key() + " = " + earlier + " and then " + before);
            }
        }
    }

    /** What a transaction that had appended when it read has made of the list in the end. */
    private List<String> after(int t, String key, List<String> list, List<String> before) {
        if (before.size() == list.size()) {
            return list;
        }
        List<String> after = new ArrayList<>(before);
        after.addAll(appended(t, key));
        return after;
    }

    private List<String> appended(int t, String key) {
        return txns.get(t).ops().stream()
                .filter(op -> op.writes() && op.key().equals(key))
                .map(Op::value)
                .toList();
    }

    private Versions versions(String key, Map<Integer, List<String>> readers) {
        Versions versions = Versions.of(key);
        List<String> order = longest.getOrDefault(key, List.of());
        Map<String, Integer> owners = writerOf.getOrDefault(key, Map.of());
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Integer writer = owners.get(order.get(i));
            if (writer == null || txns.get(writer).status() == Txn.Status.ABORTED) {
                fail("G1a", "somebody read " + key + " with " + order.get(i) + ", which was never committed");
                return versions;
            }
            if (!versions.writers().isEmpty()
                    && writer.equals(versions.writers().get(versions.writers().size() - 1))) {
                ends.set(ends.size() - 1, i + 1);
            } else {
                versions.writers().add(writer);
                ends.add(i + 1);
            }
        }
        whole(key, order, owners);
        readers.forEach((t, list) -> place(versions, order, ends, t, list));
        owners.forEach((value, writer) -> {
            boolean aborted = txns.get(writer).status() == Txn.Status.ABORTED;
            if (!aborted
                    && !versions.writers().contains(writer)
                    && !versions.late().contains(writer)) {
                versions.late().add(writer);
            }
        });
        versions.late().sort(Comparator.comparingDouble(t -> txns.get(t).committedAt()));
        return versions;
    }

    /** Of what a transaction appended all is there, in its order, and once. */
    private void whole(String key, List<String> order, Map<String, Integer> owners) {
        Map<Integer, List<String>> shown = new LinkedHashMap<>();
        for (String value : order) {
            shown.computeIfAbsent(owners.get(value), missing -> new ArrayList<>())
                    .add(value);
        }
        shown.forEach((t, values) -> {
            List<String> all = appended(t, key);
            if (!values.equals(all)) {
                boolean part = values.size() < all.size();
                fail(
                        part ? "G1b" : "incompatible-order",
                        "somebody read " + key + " with " + values + " of " + id(t) + ", which appended " + all);
            }
        });
    }

    private void place(Versions versions, List<String> order, List<Integer> ends, int t, List<String> list) {
        String key = versions.key();
        if (list.size() > order.size() || !order.subList(0, list.size()).equals(list)) {
            fail("incompatible-order", id(t) + " read " + key + " = " + list + ", another " + order);
            return;
        }
        int position = list.isEmpty() ? 0 : ends.indexOf(list.size()) + 1;
        if (!list.isEmpty() && position == 0) {
            fail("G1b", id(t) + " read " + key + " = " + list + ", which its writer went on to append to");
            return;
        }
        versions.readings().add(new Versions.Reading(t, position));
    }

    private void fail(String anomaly, String why) {
        if (wrong == null) {
            wrong = Judgement.violated(anomaly, why);
        }
    }

    private String id(int t) {
        return txns.get(t).id();
    }
}
