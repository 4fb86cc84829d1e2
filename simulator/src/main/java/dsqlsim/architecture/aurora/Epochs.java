package dsqlsim.architecture.aurora;

/**
 * Who may write a volume, and since which place in the log: a new writer's epoch goes on behind what it found, and what an earlier one had
 * written past that was never durable.
 *
 * @param adopted the last place of earlier epochs that holds
 * @param before the epoch before; null for the first
 */
record Epochs(long epoch, long adopted, Epochs before) {
    static final Epochs FIRST = new Epochs(1, 0, null);

    /** What remains of a log that ends at {@code last} and was written up to {@code known}. */
    long remaining(long known, long last) {
        long rest = last;
        for (Epochs each = this; each != null && each.epoch > known; each = each.before) {
            rest = Math.min(rest, each.adopted);
        }
        return rest;
    }
}
