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

    /** The first read of each key that precedes its own writes to it: what its snapshot held. */
    Map<String, Op> externalReads() {
        Map<String, Op> reads = new LinkedHashMap<>();
        Map<String, Op> seen = new LinkedHashMap<>();
        for (Op op : ops) {
            if (!op.writes() && !seen.containsKey(op.key())) {
                reads.put(op.key(), op);
            }
            seen.put(op.key(), op);
        }
        return reads;
    }
}
