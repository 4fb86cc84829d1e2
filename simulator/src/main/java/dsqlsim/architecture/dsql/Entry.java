package dsqlsim.architecture.dsql;

/** One committed or undecided transaction in a journal. Immutable, and so shared by all who hold it. */
final class Entry {
    final int shard;
    /** The epoch of the leader that created it. */
    final long epoch;
    /** Its place in the journal, from 1. */
    final long sequence;
    /** Commit timestamp in nanoseconds. */
    final long timestamp;
    /** The attempt's id, by which a re-sent commit is recognised. */
    final long attempt;
    /** The rows written. */
    final int[] rows;
    /** Rows read FOR UPDATE (serializable: all rows read): checked like written ones, without a version. */
    final int[] locks;
    /** Which storage partitions the rows written belong to, one bit each (partition modulo 64). */
    final long partitions;
    /** Which shards its rows belong to, one bit each. */
    final long shards;

    Entry(
            int shard,
            long epoch,
            long sequence,
            long timestamp,
            long attempt,
            int[] rows,
            int[] locks,
            long shards,
            Layout layout) {
        this.shard = shard;
        this.epoch = epoch;
        this.sequence = sequence;
        this.timestamp = timestamp;
        this.attempt = attempt;
        this.rows = rows;
        this.locks = locks;
        this.shards = shards;
        long bits = 0;
        for (int row : rows) {
            bits |= 1L << (layout.partitionOf(row) & 63);
        }
        this.partitions = bits;
    }
}
