package dsqlsim.explore;

import dsqlsim.kernel.Randomness;
import java.util.List;

/** Draws by name: what one decision comes out as does not depend on which others were made. */
final class Dice {
    private final long key;

    Dice(long key) {
        this.key = key;
    }

    /** The dice of a part. */
    Dice of(String part) {
        return new Dice(Randomness.key(key, part));
    }

    /** The dice of the n-th of several parts. */
    Dice of(String part, int number) {
        return new Dice(Randomness.key(Randomness.key(key, part), number));
    }

    boolean chance(String what, double probability) {
        return Randomness.uniform(Randomness.key(key, what)) < probability;
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    int between(String what, int least, int most) {
        return least + (int) Randomness.below(Randomness.key(key, what), most - least + 1L);
    }

    /** As {@link #between}, but each order of magnitude is as likely as the next. */
    int spread(String what, int least, int most) {
        double low = StrictMath.log(least);
        double high = StrictMath.log(most + 1.0);
        double drawn = StrictMath.exp(low + (high - low) * Randomness.uniform(Randomness.key(key, what)));
        return Math.min(most, Math.max(least, (int) drawn));
    }

    <T> T pick(String what, List<T> choices) {
        return choices.get((int) Randomness.below(Randomness.key(key, what), choices.size()));
    }

    String pick(String what, String... choices) {
        return pick(what, List.of(choices));
    }

    long bits(String what) {
        return Randomness.key(key, what);
    }
}
