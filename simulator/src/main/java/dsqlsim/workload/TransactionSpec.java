package dsqlsim.workload;

import dsqlsim.kernel.Distribution;

/**
 * One kind of transaction in a workload's mix.
 *
 * @param weight its share of the mix, relative to the other weights
 * @param reads rows that are only read
 * @param writes rows that are written
 * @param statements round trips that the rows are spread over; 1 by default
 * @param blind whether writes go without reading their row first; false by default
 * @param work the client's own time between the last answer and COMMIT; zero by default
 * @param forUpdate how many of the reads are FOR UPDATE; 0 by default
 * @param shards the writes are spread evenly over exactly this many shards; 0 (the default) leaves them as drawn
 */
public record TransactionSpec(
        String name,
        double weight,
        int reads,
        int writes,
        int statements,
        boolean blind,
        Distribution work,
        int forUpdate,
        int shards) {

    public TransactionSpec {
        if (!(weight > 0) || reads < 0 || writes < 0 || reads + writes < 1 || statements < 1) {
            throw new IllegalArgumentException("transaction " + name + " needs a weight, rows and statements");
        }
        if (forUpdate < 0 || forUpdate > reads || shards < 0 || shards > writes) {
            throw new IllegalArgumentException("transaction " + name + " has more for-update or shards than rows");
        }
    }

    /** The usual transaction: one statement, no work of the client's own, writes that read their row first. */
    public static TransactionSpec of(String name, int reads, int writes) {
        return new TransactionSpec(name, 1, reads, writes, 1, false, Distribution.ZERO, 0, 0);
    }

    public int rows() {
        return reads + writes;
    }
}
