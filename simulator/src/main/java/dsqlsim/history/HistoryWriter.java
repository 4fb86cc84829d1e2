package dsqlsim.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Writes histories in the forms that are read: the project's own JSON, and EDN as Jepsen writes it and Elle reads it. */
public final class HistoryWriter {
    private HistoryWriter() {}

    /** The project's own form. Times in nanoseconds. */
    public static String json(History history) {
        StringBuilder text =
                new StringBuilder("{\"histories\": [{\"name\": " + quoted(history.name()) + ",\n\"init\": {");
        String between = "";
        for (String key : history.init().keySet()) {
            text.append(between)
                    .append(quoted(key))
                    .append(": ")
                    .append(history.init().get(key));
            between = ", ";
        }
        text.append("},\n\"txns\": [");
        between = "\n";
        for (Txn txn : history.txns()) {
            text.append(between);
            json(text, txn);
            between = ",\n";
        }
        return text.append("\n]}]}\n").toString();
    }

    private static void json(StringBuilder text, Txn txn) {
        text.append("{\"id\": ")
                .append(quoted(txn.id()))
                .append(", \"session\": ")
                .append(txn.session());
        text.append(", \"start\": ").append(number(txn.start()));
        if (!Double.isNaN(txn.commit())) {
            text.append(", \"commit\": ").append(number(txn.commit()));
        }
        if (!Double.isNaN(txn.snapshotAt())) {
            text.append(", \"start-timestamp\": ").append(number(txn.snapshotAt()));
        }
        if (!Double.isNaN(txn.snapshotAt()) && !Double.isNaN(txn.committedAt())) {
            text.append(", \"commit-timestamp\": ").append(number(txn.committedAt()));
        }
        text.append(", \"status\": ").append(quoted(txn.status().name().toLowerCase(Locale.ROOT)));
        text.append(", \"ops\": [");
        for (int i = 0; i < txn.ops().size(); i++) {
            Op op = txn.ops().get(i);
            text.append(i == 0 ? "[" : ", [").append(op.writes() ? "\"w\"" : "\"r\"");
            text.append(", ")
                    .append(quoted(op.key()))
                    .append(", ")
                    .append(op.value())
                    .append(']');
        }
        text.append("]}");
    }

    /** What happened at a time: a transaction was begun, or ended. */
    private record Happening(double at, boolean ends, Txn txn) {}

    /** Invocations and completions in the order of time. Rows are lists. */
    public static String edn(History history) {
        List<Happening> all = new ArrayList<>();
        for (Txn txn : history.txns()) {
            all.add(new Happening(txn.start(), false, txn));
            if (!Double.isNaN(txn.commit())) {
                all.add(new Happening(txn.commit(), true, txn));
            }
        }
        // Of one instant ends come first: their sessions begin anew.
        all.sort(Comparator.comparingDouble(Happening::at).thenComparing(each -> !each.ends()));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            edn(text, i, all.get(i));
        }
        return text.toString();
    }

    private static void edn(StringBuilder text, int index, Happening each) {
        String type = !each.ends()
                ? "invoke"
                : switch (each.txn().status()) {
                    case COMMITTED -> "ok";
                    case ABORTED -> "fail";
                    case UNKNOWN -> "info";
                };
        text.append("{:index ").append(index).append(", :type :").append(type).append(", :process ");
        text.append(each.txn().session())
                .append(", :time ")
                .append(number(each.at()))
                .append(", :f :txn, :value [");
        boolean known = each.ends() && each.txn().status() == Txn.Status.COMMITTED;
        String between = "";
        for (Op op : each.txn().ops()) {
            text.append(between)
                    .append(op.writes() ? "[:append " : "[:r ")
                    .append(op.key())
                    .append(' ');
            text.append(op.writes() ? op.value() : known ? "[" + String.join(" ", op.list()) + "]" : "nil")
                    .append(']');
            between = " ";
        }
        text.append("]}\n");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : (long) Math.floor(value) + ".5";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
