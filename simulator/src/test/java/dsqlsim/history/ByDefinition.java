package dsqlsim.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Decides tiny histories by the definition of each model and nothing else: every choice of who of the unknown committed, every order
 * of the commits, every snapshot. It shares no code with the checker.
 */
final class ByDefinition {
    private final History history;
    private final Model model;
    private final boolean lists;

    private ByDefinition(History history, Model model) {
        this.history = history;
        this.model = model;
        this.lists = history.txns().stream()
                .flatMap(each -> each.ops().stream())
                .anyMatch(op -> op.kind() == Op.Kind.APPEND || op.list() != null);
    }

    static boolean allows(History history, Model model) {
        ByDefinition definition = new ByDefinition(history, model);
        List<Txn> unknown = definition.of(Txn.Status.UNKNOWN);
        for (int subset = 0; subset < 1 << unknown.size(); subset++) {
            List<Txn> all = definition.of(Txn.Status.COMMITTED);
            for (int i = 0; i < unknown.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    all.add(unknown.get(i));
                }
            }
            boolean exists = model == Model.EXACT_TIMESTAMPS
                    ? definition.timed(all, 0, new ArrayList<>())
                    : definition.ordered(all, new ArrayList<>());
            if (exists) {
                return true;
            }
        }
        return false;
    }

    private List<Txn> of(Txn.Status status) {
        List<Txn> some = new ArrayList<>();
        history.txns().stream().filter(each -> each.status() == status).forEach(some::add);
        return some;
    }

    // ---- orders

    private boolean ordered(List<Txn> left, List<Txn> order) {
        if (left.isEmpty()) {
            return explained(order);
        }
        for (Txn each : left) {
            List<Txn> others = new ArrayList<>(left);
            others.remove(each);
            List<Txn> more = new ArrayList<>(order);
            more.add(each);
            if (ordered(others, more)) {
                return true;
            }
        }
        return false;
    }

    /** Whether each has a snapshot that may be, of the first so many in the order. */
    private boolean explained(List<Txn> order) {
        for (int t = 0; t < order.size(); t++) {
            boolean found = false;
            for (int snapshot = model.serial ? t : 0; snapshot <= t && !found; snapshot++) {
                found = may(order, t, snapshot) && reads(order.get(t), order.subList(0, snapshot));
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private boolean may(List<Txn> order, int t, int snapshot) {
        Txn self = order.get(t);
        for (int i = 0; i < order.size(); i++) {
            Txn other = order.get(i);
            boolean seen = i < snapshot;
            boolean endedBefore = other.status() == Txn.Status.COMMITTED && other.commit() < self.start();
            boolean mustSee = i != t
                    && endedBefore
                    && (model == Model.STRICT_SERIALIZABLE
                            || model == Model.STRONG_SI
                            || model == Model.SESSION_SI && Objects.equals(self.session(), other.session()));
            if (mustSee && !seen) {
                return false;
            }
            boolean couldEndBefore =
                    other.status() == Txn.Status.COMMITTED ? endedBefore : other.start() < self.start();
            if (model == Model.ANSI_SI && seen && writes(other) && !couldEndBefore) {
                return false;
            }
            boolean between = i >= snapshot && i < t;
            if (!model.serial && between && both(self, other)) {
                return false;
            }
        }
        return true;
    }

    // ---- timestamps

    /** Every commit time of those whose commit time nobody knows: in each gap between the times of others. */
    private boolean timed(List<Txn> all, int from, List<Double> commits) {
        if (from == all.size()) {
            return exact(all, commits);
        }
        Txn txn = all.get(from);
        List<Double> choices = new ArrayList<>();
        if (txn.status() == Txn.Status.COMMITTED) {
            choices.add(txn.commit());
        } else {
            for (double at = Math.floor(txn.start()); at <= 12; at++) {
                choices.add(at + 0.1 + 0.1 * from);
                choices.add(at + 0.6 - 0.01 * from);
            }
        }
        for (double each : choices) {
            List<Double> more = new ArrayList<>(commits);
            more.add(each);
            if (timed(all, from + 1, more)) {
                return true;
            }
        }
        return false;
    }

    private boolean exact(List<Txn> all, List<Double> commits) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            order.add(i);
        }
        order.sort((a, b) -> Double.compare(commits.get(a), commits.get(b)));
        for (int t = 0; t < all.size(); t++) {
            List<Txn> snapshot = new ArrayList<>();
            for (int i : order) {
                boolean seen = i != t && commits.get(i) < all.get(t).start();
                if (seen) {
                    snapshot.add(all.get(i));
                }
                boolean meet = i != t && !seen && commits.get(t) >= all.get(i).start();
                if (meet && both(all.get(i), all.get(t))) {
                    return false;
                }
            }
            if (!reads(all.get(t), snapshot)) {
                return false;
            }
        }
        return true;
    }

    // ---- values

    private static boolean writes(Txn txn) {
        return txn.ops().stream().anyMatch(op -> op.kind() != Op.Kind.READ);
    }

    private static boolean both(Txn a, Txn b) {
        Set<String> keys = new HashSet<>();
        a.ops().stream().filter(op -> op.kind() != Op.Kind.READ).forEach(op -> keys.add(op.key()));
        return b.ops().stream().anyMatch(op -> op.kind() != Op.Kind.READ && keys.contains(op.key()));
    }

    /** Whether everything that a transaction read is what the snapshot and its own writes make. What an unknown one read nobody was told. */
    private boolean reads(Txn txn, List<Txn> snapshot) {
        Map<String, Object> state = new HashMap<>(lists ? Map.of() : history.init());
        snapshot.forEach(each -> each.ops().forEach(op -> apply(state, op)));
        for (Op op : txn.ops()) {
            if (op.kind() != Op.Kind.READ) {
                apply(state, op);
            } else if (txn.status() == Txn.Status.COMMITTED && !Objects.equals(known(op), held(state, op.key()))) {
                return false;
            }
        }
        return true;
    }

    private Object known(Op op) {
        return !lists ? op.value() : op.list() == null ? List.of() : op.list();
    }

    private Object held(Map<String, Object> state, String key) {
        return lists ? state.getOrDefault(key, List.of()) : state.get(key);
    }

    @SuppressWarnings("unchecked")
    private static void apply(Map<String, Object> state, Op op) {
        if (op.kind() == Op.Kind.WRITE) {
            state.put(op.key(), op.value());
        } else if (op.kind() == Op.Kind.APPEND) {
            List<String> longer = new ArrayList<>((List<String>) state.getOrDefault(op.key(), List.of()));
            longer.add(op.value());
            state.put(op.key(), longer);
        }
    }
}
