package dsqlsim.workload;

import dsqlsim.kernel.Randomness;
import java.util.function.IntUnaryOperator;

/**
 * Draws the rows of a transaction: distinct, reads first. Each place in the plan has draws of its own, so that a row that
 * is refused at one place (drawn before, or on the wrong shard) leaves the others as they were.
 */
final class RowDraws {
    /** After so many refused draws the next row that fits is taken: few rows are left, or almost never drawn. */
    private static final int TRIES = 1000;

    private final KeyTable table;
    private final int space;
    private final Ranks ranks;
    private final HotKeys hotKeys;
    private final IntUnaryOperator shardOfRow;
    private final RowSet taken;
    private final int[] shardOfWrite;

    RowDraws(KeyTable table, WorkloadSpec workload, Ranks ranks, HotKeys hotKeys, IntUnaryOperator shardOfRow) {
        this.table = table;
        this.space = workload.keys().space();
        this.ranks = ranks;
        this.hotKeys = hotKeys;
        this.shardOfRow = shardOfRow;
        this.taken = new RowSet(workload.rowsMax());
        this.shardOfWrite = new int[workload.rowsMax()];
        if (workload.rowsMax() > space) {
            throw new IllegalArgumentException("a transaction of " + workload.name() + " has more rows than its space");
        }
    }

    int[] draw(TransactionSpec transaction, long key) {
        int[] rows = new int[transaction.rows()];
        taken.clear();
        for (int i = 0; i < rows.length; i++) {
            int write = i - transaction.reads();
            rows[i] = row(Randomness.key(key, i), write, transaction.shards());
            taken.add(rows[i]);
            if (write >= 0 && transaction.shards() > 0) {
                shardOfWrite[write] = shardOfRow.applyAsInt(rows[i]);
            }
        }
        return rows;
    }

    private int row(long key, int write, int shards) {
        int row = -1;
        for (int i = 0; i < TRIES; i++) {
            long bits = i == 0 ? key : Randomness.key(key, i);
            row = table.base() + hotKeys.apply(ranks.rank(bits), bits);
            if (fits(row, write, shards)) {
                return row;
            }
        }
        return nextThatFits(row, write, shards);
    }

    private int nextThatFits(int row, int write, int shards) {
        for (int i = 1; i <= space; i++) {
            int next = table.base() + (row - table.base() + i) % space;
            if (fits(next, write, shards)) {
                return next;
            }
        }
        throw new IllegalStateException("no row is left on " + shards + " different shards");
    }

    /** The first write of each of n shards goes where no other has gone; the rest follow in turn. */
    private boolean fits(int row, int write, int shards) {
        if (taken.contains(row)) {
            return false;
        }
        if (write < 0 || shards == 0) {
            return true;
        }
        int shard = shardOfRow.applyAsInt(row);
        if (write >= shards) {
            return shard == shardOfWrite[write % shards];
        }
        for (int i = 0; i < write; i++) {
            if (shardOfWrite[i] == shard) {
                return false;
            }
        }
        return true;
    }
}
