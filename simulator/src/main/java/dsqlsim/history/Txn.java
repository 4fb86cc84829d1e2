package dsqlsim.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One transaction of a history.
 *
 * @param session whose it was, or null
 * @param start when it began, or NaN; any unit
 * @param commit when it ended, or NaN
 * @param snapshotAt the database's own time of its snapshot, if it is known, else when it began
 * @param committedAt the database's own time of its commit, if it is known, else when it ended
 */
public record Txn(
        String id,
        String session,
        double start,
        double commit,
        Status status,
        List<Op> ops,
        double snapshotAt,
        double committedAt) {
    /** How it ended, as far as its client knows. */
    public enum Status {
        COMMITTED,
        ABORTED,
        UNKNOWN
    }

    public Txn {
        ops = List.copyOf(ops);
    }

    /** One of which only its client's times are known. */
    public Txn(String id, String session, double start, double commit, Status status, List<Op> ops) {
        this(id, session, start, commit, status, ops, start, status == Status.COMMITTED ? commit : Double.NaN);
    }

    /** The last value it wrote to each key; of a list, the last one appended. */
    Map<String, String> written() {
        Map<String, String> last = new LinkedHashMap<>();
        for (Op op : ops) {
            if (op.writes()) {
                last.put(op.key(), op.value());
            }
        }
        return last;
    }

    /** What its snapshot held: the first read of each key that tells it, less what it had appended itself before. */
    Map<String, Op> externalReads() {
        Map<String, Op> reads = new LinkedHashMap<>();
        Map<String, Integer> appended = new LinkedHashMap<>();
        Map<String, Op> overwritten = new LinkedHashMap<>();
        for (Op op : ops) {
            if (op.kind() == Op.Kind.APPEND) {
                appended.merge(op.key(), 1, Integer::sum);
            } else if (op.writes()) {
                overwritten.put(op.key(), op);
            } else if (!overwritten.containsKey(op.key())) {
                reads.putIfAbsent(op.key(), less(op, appended.getOrDefault(op.key(), 0)));
            }
        }
        return reads;
    }

    private static Op less(Op read, int own) {
        List<String> list = read.list() == null ? List.of() : read.list();
        return own == 0
                ? read
                : new Op(Op.Kind.READ, read.key(), null, list.subList(0, Math.max(0, list.size() - own)));
    }
}
