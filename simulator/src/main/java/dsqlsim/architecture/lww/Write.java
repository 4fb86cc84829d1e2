package dsqlsim.architecture.lww;

import dsqlsim.txn.Version;

/** One row written by one transaction: the same object wherever it is held, so that what becomes of it is counted once. */
final class Write {
    final Entry entry;
    final int row;
    final Version version;
    /** The value that was written: the quantity that its writer had read, more or less. */
    final long quantity;

    /** What has been counted of it. */
    private boolean conflicting;

    private boolean unseen;
    private boolean inverted;
    private boolean overwritten;
    private boolean lost;

    Write(Entry entry, int row, long quantity) {
        this.entry = entry;
        this.row = row;
        this.quantity = quantity;
        this.version = new Version(entry.timestamp, entry.attempt, null);
    }

    /** Met a version of which neither knew; whether that is news. */
    boolean conflicts() {
        boolean news = !conflicting;
        conflicting = true;
        return news;
    }

    /** In such a meeting the resolver saw an order; whether that is news. */
    boolean unseen() {
        boolean news = !unseen;
        unseen = true;
        return news;
    }

    /** Had to give way to a version that its writer had seen; whether that is news. */
    boolean inverted() {
        boolean news = !inverted;
        inverted = true;
        return news;
    }

    /** Somebody holds a version in its place that does not know it. */
    void overwrite() {
        overwritten = true;
    }

    /** Whether it was acknowledged and overwritten unseen, and that is news. */
    boolean lost() {
        boolean news = overwritten && entry.acknowledged && !lost;
        lost |= news;
        return news;
    }
}
