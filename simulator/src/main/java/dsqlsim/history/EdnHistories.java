package dsqlsim.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a Jepsen history of list-append or register transactions: invocations and completions, one map each, in the order of time; or a
 * vector of them. What is no transaction (the nemesis, other operations) is passed over.
 */
final class EdnHistories {
    private record Event(String where, Map<?, ?> fields, int turn) {}

    private final List<Txn> txns = new ArrayList<>();
    private final Map<String, Event> open = new LinkedHashMap<>();

    private EdnHistories() {}

    static List<History> read(String name, String text) throws MalformedHistoryException {
        EdnHistories histories = new EdnHistories();
        int turn = 0;
        for (Edn.Placed each : Edn.readAll(text)) {
            if (!(each.value() instanceof Map<?, ?> fields)) {
                throw new MalformedHistoryException(
                        each.where(), "expected an operation as a map, not " + shown(each.value()));
            }
            histories.add(new Event(each.where(), fields, ++turn));
        }
        for (Event left : List.copyOf(histories.open.values())) {
            histories.txn(left, Txn.Status.UNKNOWN, left, Double.NaN);
        }
        if (histories.txns.isEmpty()) {
            throw new MalformedHistoryException(
                    "1:1",
                    "no transaction in it: expected operations with a :value such as [[:append 3 1] [:r 4 nil]]");
        }
        return List.of(new History(name, Map.of(), histories.txns));
    }

    private void add(Event event) throws MalformedHistoryException {
        String process = process(event);
        boolean transaction = event.fields.get("value") instanceof List<?> ops
                && ops.stream().allMatch(each -> each instanceof List<?>);
        if (!transaction || "nemesis".equals(process)) {
            return;
        }
        if ("invoke".equals(event.fields.get("type"))) {
            Event before = open.put(process, event);
            if (before != null) {
                txn(before, Txn.Status.UNKNOWN, before, Double.NaN);
            }
        } else {
            txn(event, status(event), open.remove(process), event.turn);
        }
    }

    private static String process(Event event) {
        return String.valueOf(event.fields.get("process"));
    }

    private static Txn.Status status(Event event) throws MalformedHistoryException {
        String type = String.valueOf(event.fields.get("type"));
        return switch (type) {
            case "ok" -> Txn.Status.COMMITTED;
            case "fail" -> Txn.Status.ABORTED;
            case "info" -> Txn.Status.UNKNOWN;
            default ->
                throw new MalformedHistoryException(
                        event.where, "expected :invoke, :ok, :fail or :info as :type, not " + shown(type));
        };
    }

    /** Without an invocation nobody knows when it began. */
    private void txn(Event event, Txn.Status status, Event from, double to) throws MalformedHistoryException {
        List<Op> ops = new ArrayList<>();
        for (Object each : (List<?>) event.fields.get("value")) {
            List<?> op = (List<?>) each;
            if (op.size() < 2) {
                throw new MalformedHistoryException(
                        event.where, "expected an operation such as [:append 3 1], not " + shown(op));
            }
            add(ops, op, status, event.where);
        }
        Object index = event.fields.get("index");
        String id = "T" + (index == null ? txns.size() + 1 : index);
        txns.add(new Txn(id, process(event), from == null ? Double.NaN : from.turn, to, status, ops));
    }

    private static void add(List<Op> ops, List<?> op, Txn.Status status, String where)
            throws MalformedHistoryException {
        String key = String.valueOf(op.get(1));
        Object value = op.size() > 2 ? op.get(2) : null;
        switch (String.valueOf(op.get(0))) {
            case "append" -> ops.add(new Op(Op.Kind.APPEND, key, String.valueOf(value), null));
            case "w" -> ops.add(new Op(Op.Kind.WRITE, key, value == null ? null : String.valueOf(value), null));
            case "r" -> {
                if (status == Txn.Status.COMMITTED) {
                    ops.add(read(key, value));
                }
            }
            default ->
                throw new MalformedHistoryException(where, "expected :r, :w or :append, not " + shown(op.get(0)));
        }
    }

    private static Op read(String key, Object value) {
        if (!(value instanceof List<?> list)) {
            return new Op(Op.Kind.READ, key, value == null ? null : String.valueOf(value), null);
        }
        return new Op(
                Op.Kind.READ, key, null, list.stream().map(String::valueOf).toList());
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }
}
