package dsqlsim.workload;

import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Plan;
import java.util.List;

/** Plans that are drawn from a mix: a function of the workload's key and a serial number. */
final class DrawnPlans implements Plans {
    private static final int KIND = 1;
    private static final int WORK = 2;
    private static final int ROWS = 3;

    private final int workload;
    private final long key;
    private final TransactionSpec[] mix;
    private final double[] upTo;
    private final RowDraws rows;

    DrawnPlans(int workload, long workloadKey, List<TransactionSpec> mix, RowDraws rows) {
        this.workload = workload;
        this.key = Randomness.key(workloadKey, "plan");
        this.mix = mix.toArray(TransactionSpec[]::new);
        this.upTo = new double[this.mix.length];
        this.rows = rows;
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += this.mix[i].weight();
            upTo[i] = sum;
        }
    }

    @Override
    public Plan plan(long serial) {
        long transaction = Randomness.key(key, serial);
        int kind = kind(Randomness.key(transaction, KIND));
        TransactionSpec spec = mix[kind];
        long work = spec.work().isZero() ? 0 : spec.work().sample(Randomness.key(transaction, WORK));
        return new Plan(
                workload,
                kind,
                rows.draw(spec, Randomness.key(transaction, ROWS)),
                spec.reads(),
                spec.forUpdate(),
                spec.blind(),
                spec.statements(),
                work);
    }

    private int kind(long bits) {
        double at = Randomness.uniform(bits) * upTo[upTo.length - 1];
        int kind = 0;
        while (kind < upTo.length - 1 && at >= upTo[kind]) {
            kind++;
        }
        return kind;
    }
}
