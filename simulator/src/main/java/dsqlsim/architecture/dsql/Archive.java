package dsqlsim.architecture.dsql;

/**
 * The continuous snapshot of a region, kept in durable object storage and fed from the journals: what replacement replicas start
 * from (facts S-3). It takes the first delivery of each entry, from whichever zone.
 */
final class Archive {
    private final Layout layout;
    private final RowVersions[] partitions;
    private long complete;

    Archive(Layout layout) {
        this.layout = layout;
        partitions = new RowVersions[layout.partitions];
        for (int i = 0; i < partitions.length; i++) {
            partitions[i] = new RowVersions();
        }
    }

    /** Everything committed up to this timestamp is in the snapshot. */
    long complete() {
        return complete;
    }

    void take(long after, long upTo, Entry[] entries) {
        if (after > complete || upTo <= complete) {
            return;
        }
        for (Entry entry : entries) {
            if (entry.timestamp > complete) {
                for (int i = 0; i < entry.rows.length; i++) {
                    apply(entry, i);
                }
            }
        }
        complete = upTo;
    }

    private void apply(Entry entry, int i) {
        int row = entry.rows[i];
        RowVersions rows = partitions[layout.partitionOf(row)];
        entry.share(
                i,
                rows.add(
                        layout.indexInPartition(row),
                        entry.timestamp,
                        entry.attempt,
                        entry.shared(i),
                        entry.timestamp - layout.config.retention));
    }

    /** A copy of a partition as it stands in the snapshot. */
    RowVersions copy(int partition) {
        return partitions[partition].copy();
    }
}
