package dsqlsim.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the project's own form of histories: one, or {@code {"histories": [...]}}. */
final class JsonHistories {
    private JsonHistories() {}

    static List<History> read(String text) throws MalformedHistoryException {
        JsonNode root;
        try {
            root = JsonMapper.builder().build().readTree(text);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? "1:1"
                    : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw new MalformedHistoryException(
                    where, "not JSON: " + e.getOriginalMessage().replaceFirst("(?s) \\(start marker.*", ""));
        }
        JsonNode all = root.isArray() ? root : root.path("histories");
        List<History> histories = new ArrayList<>();
        if (all.isArray()) {
            for (JsonNode each : all) {
                histories.add(
                        history(each, "history-" + (histories.size() + 1), "histories[" + histories.size() + "]."));
            }
        } else {
            histories.add(history(root, "history", ""));
        }
        if (histories.isEmpty()) {
            throw new MalformedHistoryException("1:1", "no history in it");
        }
        return histories;
    }

    private static History history(JsonNode node, String usualName, String where) throws MalformedHistoryException {
        if (!node.path("txns").isArray()) {
            throw new MalformedHistoryException(where + "txns", "expected a history with 'txns', a list");
        }
        Map<String, String> init = new LinkedHashMap<>();
        node.path("init").properties().forEach(each -> init.put(each.getKey(), text(each.getValue())));
        List<Txn> txns = new ArrayList<>();
        for (JsonNode each : node.path("txns")) {
            txns.add(txn(each, "T" + (txns.size() + 1), where + "txns[" + txns.size() + "]"));
        }
        return new History(node.path("name").asText(usualName), init, txns);
    }

    private static Txn txn(JsonNode node, String usualId, String where) throws MalformedHistoryException {
        List<Op> ops = new ArrayList<>();
        for (JsonNode each : node.path("ops")) {
            ops.add(op(each, where + ".ops[" + ops.size() + "]"));
        }
        JsonNode session = node.has("session") ? node.path("session") : node.path("process");
        double start = time(node, "start", "invoke");
        double commit = time(node, "commit", "complete");
        Txn.Status status = status(node.path("status").asText("committed"), where + ".status");
        String id = node.path("id").asText(usualId);
        String who = session.isMissingNode() || session.isNull() ? null : session.asText();
        return node.has("start-timestamp")
                ? new Txn(
                        id,
                        who,
                        start,
                        commit,
                        status,
                        ops,
                        time(node, "start-timestamp", ""),
                        time(node, "commit-timestamp", ""))
                : new Txn(id, who, start, commit, status, ops);
    }

    private static double time(JsonNode node, String name, String other) {
        JsonNode value = node.has(name) ? node.path(name) : node.path(other);
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }

    private static Txn.Status status(String word, String where) throws MalformedHistoryException {
        return switch (word) {
            case "committed", "ok" -> Txn.Status.COMMITTED;
            case "aborted", "fail" -> Txn.Status.ABORTED;
            case "unknown", "info" -> Txn.Status.UNKNOWN;
            default ->
                throw new MalformedHistoryException(
                        where, "expected committed, aborted or unknown, not '" + word + "'");
        };
    }

    private static Op op(JsonNode node, String where) throws MalformedHistoryException {
        if (!node.isArray() || node.size() < 2) {
            throw new MalformedHistoryException(where, "expected an operation such as [\"w\", \"x\", 1], not " + node);
        }
        String key = node.get(1).asText();
        JsonNode value = node.path(2);
        String word = node.get(0).asText();
        switch (word) {
            case "r":
                return new Op(Op.Kind.READ, key, value.isArray() ? null : text(value), list(value));
            case "w":
                return new Op(Op.Kind.WRITE, key, text(value), null);
            case "a", "append":
                return new Op(Op.Kind.APPEND, key, text(value), null);
            default:
                throw new MalformedHistoryException(where, "expected r, w or a, not '" + word + "'");
        }
    }

    private static List<String> list(JsonNode value) {
        if (!value.isArray()) {
            return null;
        }
        List<String> list = new ArrayList<>();
        value.forEach(each -> list.add(text(each)));
        return list;
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }
}
