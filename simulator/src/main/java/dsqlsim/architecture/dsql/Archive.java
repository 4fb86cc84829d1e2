package dsqlsim.architecture.dsql;

/**
 * The continuous snapshot of a region, kept in durable object storage and fed from the journals: what replacement replicas start
 * from (facts S-3). It takes the first delivery of each entry, from whichever zone.
 */
final class Archive {
    private final PartitionHistory.Cursor[] partitions;
    private final Layout layout;
    private long complete;

    Archive(Layout layout, PartitionHistory[] histories) {
        this.layout = layout;
        partitions = new PartitionHistory.Cursor[histories.length];
        for (int i = 0; i < partitions.length; i++) {
            partitions[i] = histories[i].begin();
        }
    }

    /** Everything committed up to this timestamp is in the snapshot. */
    long complete() {
        return complete;
    }

    void take(long after, long upTo, Entry[] entries) {
        if (after > complete) {
            goOnFrom(layout.newestArchive());
        }
        if (after > complete || upTo <= complete) {
            return;
        }
        for (Entry entry : entries) {
            if (entry.timestamp > complete) {
                for (int i = 0; i < partitions.length; i++) {
                    if ((entry.partitions >>> (i & 63) & 1) != 0) {
                        partitions[i].apply(entry);
                    }
                }
            }
        }
        complete = upTo;
    }

    /** A region that was away takes another region's snapshot, for its own has a gap. */
    private void goOnFrom(Archive newer) {
        if (newer.complete <= complete) {
            return;
        }
        for (int i = 0; i < partitions.length; i++) {
            partitions[i].close();
            partitions[i] = newer.partitions[i].copy();
        }
        complete = newer.complete;
    }

    /** A partition as it stands in the snapshot, for a replacement to go on from. */
    PartitionHistory.Cursor restore(int partition) {
        return partitions[partition].copy();
    }
}
