package dsqlsim.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws histories of a few transactions: what a database with snapshots might have told, mostly with something changed. */
final class TinyHistories {
    private static final String[] KEYS = {"x", "y", "z"};

    private final SplittableRandom random;
    private final boolean lists;
    private final boolean telling;
    private int next = 1;

    private TinyHistories(long seed) {
        random = new SplittableRandom(seed);
        lists = random.nextInt(3) == 0;
        telling = random.nextInt(4) > 0;
    }

    static History draw(long seed) {
        return new TinyHistories(seed).draw();
    }

    private History draw() {
        Map<String, String> init = new HashMap<>();
        int keys = 1 + random.nextInt(3);
        for (int k = 0; k < keys && !lists; k++) {
            if (random.nextInt(4) > 0) {
                init.put(KEYS[k], "0");
            }
        }
        int count = 1 + random.nextInt(5);
        List<Txn> done = new ArrayList<>();
        List<Txn> told = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            Txn txn = txn(t, keys, init, done);
            told.add(txn);
            if (txn.status() != Txn.Status.ABORTED && (txn.status() == Txn.Status.COMMITTED || random.nextBoolean())) {
                done.add(txn);
            }
        }
        for (int i = told.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Txn other = told.set(i, told.get(j));
            told.set(j, other);
        }
        return new History("tiny", init, told);
    }

    private Txn txn(int t, int keys, Map<String, String> init, List<Txn> done) {
        int kind = random.nextInt(10);
        Txn.Status status = kind == 0 ? Txn.Status.ABORTED : kind == 1 ? Txn.Status.UNKNOWN : Txn.Status.COMMITTED;
        int start = Math.max(0, 2 * t - random.nextInt(4));
        int commit = start + 1 + random.nextInt(4);
        Map<String, Object> state = new HashMap<>(init);
        int snapshot = random.nextInt(3) > 0 ? done.size() : random.nextInt(done.size() + 1);
        done.subList(0, snapshot).forEach(each -> each.ops().forEach(op -> apply(state, op)));
        List<Op> ops = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            Op op = op(KEYS[random.nextInt(keys)], state);
            apply(state, op);
            ops.add(op);
        }
        double end = status == Txn.Status.UNKNOWN && random.nextBoolean() ? Double.NaN : commit;
        return new Txn("T" + t, "s" + random.nextInt(3), start, end, status, ops);
    }

    private Op op(String key, Map<String, Object> state) {
        if (random.nextBoolean()) {
            String value = telling ? String.valueOf(next++) : String.valueOf(random.nextInt(3));
            return new Op(lists ? Op.Kind.APPEND : Op.Kind.WRITE, key, lists ? String.valueOf(next++) : value, null);
        }
        boolean wrong = random.nextInt(12) == 0;
        if (lists) {
            List<String> list = new ArrayList<>(list(state, key));
            if (wrong && !list.isEmpty()) {
                list.remove(random.nextInt(list.size()));
            }
            return new Op(Op.Kind.READ, key, null, list);
        }
        String value = wrong ? String.valueOf(random.nextInt(next + 1)) : (String) state.get(key);
        return new Op(Op.Kind.READ, key, value, null);
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> state, String key) {
        return (List<String>) state.getOrDefault(key, List.of());
    }

    private static void apply(Map<String, Object> state, Op op) {
        if (op.kind() == Op.Kind.WRITE) {
            state.put(op.key(), op.value());
        } else if (op.kind() == Op.Kind.APPEND) {
            List<String> longer = new ArrayList<>(list(state, op.key()));
            longer.add(op.value());
            state.put(op.key(), longer);
        }
    }
}
