package dsqlsim.run;

import dsqlsim.history.History;
import dsqlsim.history.Op;
import dsqlsim.history.Txn;
import dsqlsim.kernel.LongMap;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The transaction history of a run, as its clients would have written it down. Each attempt is a transaction, and what it writes is
 * its number. Only the first attempts are kept; nobody among them can have read what a later one wrote.
 */
public final class HistoryRecorder implements Observer {
    /** Initial value of every row. */
    private static final String NOTHING = "0";

    private final int most;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Integer> sessions = new ArrayList<>();
    private final LongMap sessionOf = new LongMap();
    private final BitSet busy = new BitSet();
    private final LongMap committedAt = new LongMap();
    private boolean whole = true;

    /** Keeps so many attempts at most. */
    public HistoryRecorder(int most) {
        this.most = most;
    }

    /** Whether all attempts of the run were kept. */
    public boolean whole() {
        return whole;
    }

    @Override
    public void started(Attempt attempt) {
        if (attempts.size() == most) {
            whole = false;
            return;
        }
        int session = busy.nextClearBit(0);
        busy.set(session);
        sessionOf.put(attempt.id, session);
        attempts.add(attempt);
        sessions.add(session);
    }

    @Override
    public void ended(Attempt attempt) {
        if (!sessionOf.contains(attempt.id)) {
            return;
        }
        if (attempt.outcome
                != Outcome.UNKNOWN) { // A session that does not know what became of its transaction does no more.
            busy.clear((int) sessionOf.get(attempt.id));
        }
        if (attempt.commit >= 0) {
            committedAt.put(attempt.id, attempt.commit);
        }
        for (Version version : attempt.read) {
            if (version != null) {
                committedAt.put(version.writer, version.timestamp);
            }
        }
    }

    /** The history with each row a register that is overwritten. */
    public History registers(String name) {
        Map<String, String> init = new LinkedHashMap<>();
        for (Attempt each : attempts) {
            Arrays.stream(each.plan.rows).forEach(row -> init.put(key(row), NOTHING));
        }
        List<Txn> txns = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            txns.add(txn(i, Op.Kind.WRITE, null));
        }
        return new History(name, init, txns);
    }

    /** The history with each row a list that grows: the values that a register had, one after the other. */
    public History lists(String name) {
        Map<Integer, List<Long>> writers = writers();
        List<Txn> txns = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            txns.add(txn(i, Op.Kind.APPEND, writers));
        }
        return new History(name, Map.of(), txns);
    }

    /** Of each row who wrote it for all that is known, in the order of commit. */
    private Map<Integer, List<Long>> writers() {
        Map<Integer, List<Long>> writers = new LinkedHashMap<>();
        attempts.stream()
                .filter(each -> committedAt.contains(each.id))
                .sorted((a, b) -> Long.compare(committedAt.get(a.id), committedAt.get(b.id)))
                .forEach(each -> {
                    for (int i = each.plan.reads; i < each.plan.rows.length; i++) {
                        writers.computeIfAbsent(each.plan.rows[i], row -> new ArrayList<>())
                                .add(each.id);
                    }
                });
        return writers;
    }

    private Txn txn(int index, Op.Kind write, Map<Integer, List<Long>> writers) {
        Attempt attempt = attempts.get(index);
        List<Op> ops = new ArrayList<>();
        for (int i = 0; i < attempt.plan.rows.length; i++) {
            String key = key(attempt.plan.rows[i]);
            if (attempt.wasRead(i)) {
                ops.add(read(key, attempt, i, writers));
            }
            if (i >= attempt.plan.reads) {
                ops.add(new Op(write, key, String.valueOf(attempt.id), null));
            }
        }
        double from = attempt.beganAt >= 0 ? attempt.beganAt : attempt.startedAt;
        double to = attempt.endedAt < 0 ? Double.NaN : attempt.endedAt;
        double snapshot =
                attempt.start < 0 ? Double.NaN : attempt.start + 0.5; // A commit at the start timestamp itself is seen.
        boolean readOnly = attempt.outcome == Outcome.COMMITTED && attempt.plan.readOnly();
        double commit =
                committedAt.contains(attempt.id) ? committedAt.get(attempt.id) : readOnly ? snapshot : Double.NaN;
        return new Txn(
                String.valueOf(attempt.id),
                String.valueOf(sessions.get(index)),
                from,
                to,
                status(attempt),
                ops,
                snapshot,
                commit);
    }

    private static Op read(String key, Attempt attempt, int index, Map<Integer, List<Long>> writers) {
        Version version = attempt.read[index];
        if (writers == null) {
            return new Op(Op.Kind.READ, key, version == null ? NOTHING : String.valueOf(version.writer), null);
        }
        if (version == null) {
            return new Op(Op.Kind.READ, key, null, List.of());
        }
        List<Long> all = writers.get(attempt.plan.rows[index]);
        List<String> seen = all.subList(0, all.indexOf(version.writer) + 1).stream()
                .map(String::valueOf)
                .toList();
        return new Op(Op.Kind.READ, key, null, seen);
    }

    private static Txn.Status status(Attempt attempt) {
        if (attempt.outcome == null || attempt.outcome == Outcome.UNKNOWN) {
            return Txn.Status.UNKNOWN;
        }
        return attempt.outcome == Outcome.COMMITTED ? Txn.Status.COMMITTED : Txn.Status.ABORTED;
    }

    private static String key(int row) {
        return String.valueOf(row);
    }
}
