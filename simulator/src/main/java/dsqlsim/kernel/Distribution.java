package dsqlsim.kernel;

/**
 * A law from which the model draws a duration in nanoseconds. A draw is a function of a 64-bit key: equal keys give equal
 * draws, on every machine and JDK.
 */
public abstract class Distribution {
    /** Always zero. */
    public static final Distribution ZERO = constant(0);

    /** A duration in nanoseconds, at least 0, drawn with the bits of {@code key} (already well mixed). */
    public abstract long sample(long key);

    /** The median in nanoseconds: what the model takes as the nominal value. */
    public abstract long median();

    /** Whether every draw is zero. */
    public boolean isZero() {
        return false;
    }

    /** The same value every time, in nanoseconds. */
    public static Distribution constant(long nanos) {
        return new Distribution() {
            @Override
            public long sample(long key) {
                return nanos;
            }

            @Override
            public long median() {
                return nanos;
            }

            @Override
            public boolean isZero() {
                return nanos == 0;
            }
        };
    }
}
