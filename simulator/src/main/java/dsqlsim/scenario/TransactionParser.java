package dsqlsim.scenario;

import dsqlsim.kernel.Distribution;
import dsqlsim.ledger.Shapes;
import dsqlsim.workload.TransactionSpec;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;

/** Reads one transaction of a mix. */
final class TransactionParser {
    static final int ROWS_MAX = 100_000;
    private static final Shape<Double> WEIGHT = Shape.number(0, 1e9);
    private static final Shape<Long> ROWS = Shape.integer(0, ROWS_MAX);

    private TransactionParser() {}

    /** Null if it is none. */
    static TransactionSpec parse(Cursor fields, int index, Topology topology) {
        String name = fields.optional("name", "").or("transaction-" + (index + 1), Shape.NAME);
        double weight = fields.optional("weight", "relative to the others'; 1 if left out")
                .or(1.0, WEIGHT);
        int reads = rows(fields, "reads", "rows that are only read");
        int writes = rows(fields, "writes", "rows that are written, after reading them");
        int statements = fields.optional("statements", "round trips that the rows are spread over; 1 if left out")
                .or(1L, Shape.integer(1, ROWS_MAX))
                .intValue();
        boolean blind =
                fields.optional("blind", "writes don't read their row first").or(false, Shape.SWITCH);
        Distribution work = fields.optional("work", "the client's own time before COMMIT")
                .or(Distribution.ZERO, Shapes.DISTRIBUTION);
        int forUpdate = rows(fields, "for-update", "how many of the reads are FOR UPDATE");
        Cursor shardsField = fields.optional("shards", "the writes are spread over exactly so many shards");
        int shards = shardsField.or(0L, Shape.integer(1, 1_000)).intValue();
        if (shards > topology.shards()) {
            shardsField.reject("the topology has " + topology.shards() + " shards, not " + shards);
        }
        return fields.build(
                () -> new TransactionSpec(name, weight, reads, writes, statements, blind, work, forUpdate, shards),
                null);
    }

    private static int rows(Cursor fields, String name, String meaning) {
        return fields.optional(name, meaning + "; 0 if left out").or(0L, ROWS).intValue();
    }
}
