package dsqlsim.txn;

/**
 * What a client wants done in one transaction. Rows are dense numbers over all tables of a scenario.
 *
 * <p>{@code rows} are distinct; the first {@code reads} are only read, the first {@code forUpdate} of those with FOR UPDATE;
 * the rest are written. A write reads its row first unless the plan is blind. The rows are spread over the statements in
 * order (statement i of n takes rows [i*m/n, (i+1)*m/n) of m).
 */
public final class Plan {
    /** Index of the workload in the scenario. */
    public final int workload;
    /** Index of the transaction in the workload's mix. */
    public final int kind;

    public final int[] rows;
    public final int reads;
    public final int forUpdate;
    public final boolean blind;
    public final int statements;
    /** The client's own time between the last statement's answer and COMMIT, in nanoseconds. */
    public final long workNanos;

    public Plan(
            int workload,
            int kind,
            int[] rows,
            int reads,
            int forUpdate,
            boolean blind,
            int statements,
            long workNanos) {
        this.workload = workload;
        this.kind = kind;
        this.rows = rows;
        this.reads = reads;
        this.forUpdate = forUpdate;
        this.blind = blind;
        this.statements = statements;
        this.workNanos = workNanos;
    }

    public int writes() {
        return rows.length - reads;
    }

    public boolean readOnly() {
        return reads == rows.length;
    }

    /** The first row of a statement (inclusive). */
    public int from(int statement) {
        return (int) ((long) statement * rows.length / statements);
    }

    /** The end of the rows of a statement (exclusive). */
    public int to(int statement) {
        return from(statement + 1);
    }

    /** Whether the row at an index of {@link #rows} is read before COMMIT. */
    public boolean isRead(int index) {
        return index < reads || !blind;
    }
}
