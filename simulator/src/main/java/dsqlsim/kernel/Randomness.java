package dsqlsim.kernel;

/**
 * Random numbers by key: a draw is a function of (seed, purpose, identity), never of how many draws came before. So
 * removing a fault or swapping the architecture leaves all other draws as they were.
 */
public final class Randomness {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Randomness() {}

    /** SplitMix64's finaliser: 64 bits in, 64 well mixed bits out. */
    public static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The key of a stream or a draw inside another: chain it for (seed, purpose, identity, index). */
    public static long key(long parent, long identity) {
        return mix(parent + GOLDEN * (identity + 1) ^ Long.rotateLeft(identity, 32));
    }

    /** The key of a named stream: a 64-bit FNV-1a hash of the name, so that short names do not collide. */
    public static long key(long parent, String name) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return key(parent, hash);
    }

    /** A double in [0, 1) from the bits of a key. */
    public static double uniform(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }

    /** A whole number in [0, bound) from the bits of a key, bound below 2^62; the bias is below bound / 2^63. */
    public static long below(long bits, long bound) {
        return Math.multiplyHigh(bits >>> 1, bound << 1);
    }
}
