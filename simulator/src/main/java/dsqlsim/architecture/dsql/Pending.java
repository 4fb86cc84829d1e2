package dsqlsim.architecture.dsql;

/** An entry its leader has appended and not yet acknowledged. */
final class Pending {
    final Entry entry;
    final long appendedAt;
    /** Who waits for the answer; a re-sent commit takes the earlier one's place. */
    Certify request;
    /** What the conflict table said of the entry's own rows before, to be put back if it is never decided. */
    final long[] before;
    /** True time when a quorum held it, or -1. */
    long durableAt = -1;

    Pending(Entry entry, long appendedAt, Certify request, long[] before) {
        this.entry = entry;
        this.appendedAt = appendedAt;
        this.request = request;
        this.before = before;
    }
}
