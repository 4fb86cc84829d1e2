package dsqlsim.validate;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Randomness;

/** Draws one after the other, for benches. */
final class Stream {
    private final long key;
    private long next;

    Stream(long seed, String name) {
        this.key = Randomness.key(seed, name);
    }

    long bits() {
        return Randomness.key(key, next++);
    }

    long nanos(Distribution law) {
        return law.sample(bits());
    }

    /** In [0, 1). */
    double uniform() {
        return Randomness.uniform(bits());
    }

    int below(int bound) {
        return (int) Randomness.below(bits(), bound);
    }
}
