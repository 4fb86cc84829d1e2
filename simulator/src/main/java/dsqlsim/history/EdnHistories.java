package dsqlsim.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a Jepsen history of list-append transactions: invocations and completions, one map each, or a vector of them. */
final class EdnHistories {
    private EdnHistories() {}

    static List<History> read(String name, String text) throws MalformedHistoryException {
        List<Object> all = Edn.readAll(text);
        if (all.size() == 1 && all.get(0) instanceof List<?> whole) {
            all = new ArrayList<>(whole);
        }
        List<Txn> txns = new ArrayList<>();
        Map<String, Map<?, ?>> open = new LinkedHashMap<>();
        Map<String, Integer> openedAt = new LinkedHashMap<>();
        int line = 0;
        for (Object each : all) {
            if (!(each instanceof Map<?, ?> event)) {
                throw new MalformedHistoryException("expected an operation as a map, not " + each);
            }
            line++;
            String process = String.valueOf(event.get("process"));
            if (!(event.get("value") instanceof List<?>) || "nemesis".equals(process)) {
                continue;
            }
            int index = index(event, line);
            if ("invoke".equals(event.get("type"))) {
                open.put(process, event);
                openedAt.put(process, index);
            } else {
                open.remove(process);
                Integer from = openedAt.remove(process);
                txns.add(txn(event, process, from == null ? index - 0.5 : from, index, txns.size()));
            }
        }
        for (Map.Entry<String, Map<?, ?>> left : open.entrySet()) {
            Map<String, Object> event = new LinkedHashMap<>();
            left.getValue().forEach((key, value) -> event.put(String.valueOf(key), value));
            event.put("type", "info");
            txns.add(txn(event, left.getKey(), openedAt.get(left.getKey()), Double.NaN, txns.size()));
        }
        return List.of(new History(name, Map.of(), txns));
    }

    private static int index(Map<?, ?> event, int line) throws MalformedHistoryException {
        Object index = event.get("index");
        try {
            return index == null ? line : Integer.parseInt(String.valueOf(index));
        } catch (NumberFormatException e) {
            throw new MalformedHistoryException("expected a whole number as :index, not " + index);
        }
    }

    private static Txn txn(Map<?, ?> event, String process, double from, double to, int number)
            throws MalformedHistoryException {
        List<Op> ops = new ArrayList<>();
        Txn.Status status = JsonHistories.status(String.valueOf(event.get("type")));
        for (Object each : (List<?>) event.get("value")) {
            if (!(each instanceof List<?> op) || op.size() < 2) {
                throw new MalformedHistoryException("expected an operation such as [:append 3 1], not " + each);
            }
            add(ops, op, status);
        }
        Object index = event.get("index");
        return new Txn("T" + (index == null ? number + 1 : index), process, from, to, status, ops);
    }

    private static void add(List<Op> ops, List<?> op, Txn.Status status) throws MalformedHistoryException {
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
            default -> throw new MalformedHistoryException("expected :r, :w or :append, not " + op.get(0));
        }
    }

    private static Op read(String key, Object value) {
        if (!(value instanceof List<?> list)) {
            return new Op(Op.Kind.READ, key, value == null ? null : String.valueOf(value), null);
        }
        return new Op(
                Op.Kind.READ, key, null, list.stream().map(String::valueOf).toList());
    }
}
