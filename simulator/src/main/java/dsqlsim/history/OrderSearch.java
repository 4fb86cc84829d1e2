package dsqlsim.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Looks for an order of begins and commits that explains every read, trying all: exact, for small histories whose versions have no
 * certain order.
 */
final class OrderSearch {
    /** How many transactions at most. */
    static final int TXNS_MAX = 40;

    private static final int STATES_MAX = 1_000_000;

    /** Only members of a set of states matter, never their order. */
    private record State(long begun, long done, List<Object> values) {}

    private final List<Txn> txns;
    private final Model model;
    private final List<String> keys = new ArrayList<>();
    private final Map<String, Integer> keyNumbers = new LinkedHashMap<>();
    private final long[] doneBefore;
    private final long[] unseen;
    private final long mandatory;
    private final Set<State> seen = new HashSet<>(); // Looked up, never iterated.
    private final List<Object> initial;
    private final boolean lists;
    private boolean gaveUp;

    OrderSearch(History history, List<Txn> txns, Model model) {
        this.txns = txns;
        this.model = model;
        doneBefore = new long[txns.size()];
        unseen = new long[txns.size()];
        lists = history.lists();
        long must = 0;
        for (int t = 0; t < txns.size(); t++) {
            must |= txns.get(t).status() == Txn.Status.COMMITTED ? 1L << t : 0;
            for (Op op : txns.get(t).ops()) {
                if (keyNumbers.putIfAbsent(op.key(), keys.size()) == null) {
                    keys.add(op.key());
                }
            }
            for (int other = 0; other < txns.size(); other++) {
                constrain(t, other);
            }
        }
        mandatory = must;
        initial = new ArrayList<>();
        keys.forEach(key -> initial.add(lists ? List.of() : history.init().get(key)));
    }

    private void constrain(int t, int other) {
        Txn a = txns.get(other);
        Txn b = txns.get(t);
        if (t == other) {
            return;
        }
        boolean known = a.status() == Txn.Status.COMMITTED;
        boolean real = model == Model.STRICT_SERIALIZABLE || model == Model.STRONG_SI;
        boolean session =
                model == Model.SESSION_SI && a.session() != null && a.session().equals(b.session());
        boolean inTurn = session && Double.isNaN(b.start()) && other < t;
        if (known && (inTurn || (real || session) && a.commit() < b.start())) {
            doneBefore[t] |= 1L << other;
        }
        double earliest = known ? a.commit() : a.start();
        if (model == Model.ANSI_SI && earliest >= b.start() && !a.written().isEmpty()) {
            unseen[t] |= 1L << other;
        }
    }

    /** Whether there is such an order: true, false, or null when that would take too long to find out. */
    Boolean exists() {
        boolean found = search(0, 0, initial);
        return found ? Boolean.TRUE : gaveUp ? null : Boolean.FALSE;
    }

    private boolean search(long begun, long done, List<Object> values) {
        if ((done & mandatory) == mandatory) {
            return true;
        }
        if (gaveUp || !seen.add(new State(begun, done, values))) {
            return false;
        }
        gaveUp = seen.size() > STATES_MAX;
        for (int t = 0; t < txns.size(); t++) {
            long bit = 1L << t;
            if ((done & bit) == 0 && tries(t, bit, begun, done, values)) {
                return true;
            }
        }
        return false;
    }

    private boolean tries(int t, long bit, long begun, long done, List<Object> values) {
        if ((begun & bit) != 0) {
            return commits(t, begun, done) && search(begun, done | bit, after(t, values));
        }
        if ((doneBefore[t] & ~done) != 0 || (unseen[t] & done) != 0 || !reads(t, values)) {
            return false;
        }
        return model.serial ? search(begun | bit, done | bit, after(t, values)) : search(begun | bit, done, values);
    }

    /** First committer wins: nobody who is under way writes one of its keys. */
    private boolean commits(int t, long begun, long done) {
        for (int other = 0; other < txns.size(); other++) {
            boolean underWay = other != t && (begun & ~done & 1L << other) != 0;
            if (underWay && shareWrites(txns.get(t), txns.get(other))) {
                return false;
            }
        }
        return true;
    }

    static boolean shareWrites(Txn a, Txn b) {
        for (String key : a.written().keySet()) {
            if (b.written().containsKey(key)) {
                return true;
            }
        }
        return false;
    }

    private boolean reads(int t, List<Object> values) {
        if (txns.get(t).status() != Txn.Status.COMMITTED) {
            return true;
        }
        for (Op read : txns.get(t).externalReads().values()) {
            Object told = !lists ? read.value() : read.list() == null ? List.of() : read.list();
            if (!Objects.equals(values.get(keyNumbers.get(read.key())), told)) {
                return false;
            }
        }
        return true;
    }

    private List<Object> after(int t, List<Object> values) {
        List<Object> next = new ArrayList<>(values);
        for (Op op : txns.get(t).ops()) {
            if (op.writes()) {
                int key = keyNumbers.get(op.key());
                next.set(key, lists ? longer((List<?>) next.get(key), op.value()) : op.value());
            }
        }
        return next;
    }

    private static List<Object> longer(List<?> list, String value) {
        List<Object> longer = new ArrayList<>(list);
        longer.add(value);
        return longer;
    }
}
