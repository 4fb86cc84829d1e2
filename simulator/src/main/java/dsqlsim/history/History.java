package dsqlsim.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What clients asked of a database and what they were told.
 *
 * @param init the values before all transactions; a key that is not here had none
 */
public record History(String name, Map<String, String> init, List<Txn> txns) {
    public History {
        init = new LinkedHashMap<>(init);
        txns = List.copyOf(txns);
    }

    /** Whether its values are lists that grow by appending. */
    boolean lists() {
        return txns.stream()
                .flatMap(each -> each.ops().stream())
                .anyMatch(op -> op.kind() == Op.Kind.APPEND || op.list() != null);
    }

    /** Whether every transaction that may have committed says when it began and ended. */
    boolean timed() {
        return txns.stream()
                .filter(each -> each.status() == Txn.Status.COMMITTED)
                .noneMatch(each -> Double.isNaN(each.start()) || Double.isNaN(each.commit()));
    }
}
