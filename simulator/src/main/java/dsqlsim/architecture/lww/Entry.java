package dsqlsim.architecture.lww;

/**
 * What one transaction wrote: an entry in the log of the replica that took it, its origin. (origin, sequence) is the dot by which
 * version vectors name it.
 */
final class Entry {
    final int origin;
    final long sequence;
    /** The origin's clock when it took it, in nanoseconds. */
    final long timestamp;

    final long attempt;
    Item[] items = {};
    /** True time when it was durable at its origin, in nanoseconds. */
    long durableAt;
    /** True time when it may leave for other regions, in nanoseconds; set when it is durable at its origin. */
    long readyAt;
    /** Its client was told that it is committed. */
    boolean acknowledged;

    Entry(int origin, long sequence, long timestamp, long attempt) {
        this.origin = origin;
        this.sequence = sequence;
        this.timestamp = timestamp;
        this.attempt = attempt;
    }
}
