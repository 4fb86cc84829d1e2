package dsqlsim.kernel;

/** A bucket of tokens that fills at a rate up to a capacity: what limits how often something may happen. It starts full. */
public final class TokenBucket {
    /** Billionths of a token, so that whole rates are counted without rounding. */
    private static final double TOKEN = 1e9;

    private final double capacity;
    private final double perSecond;
    private double level;
    private long filledAt;

    public TokenBucket(double capacity, double perSecond) {
        this.capacity = capacity * TOKEN;
        this.perSecond = perSecond;
        this.level = this.capacity;
    }

    /** Takes a token at a time in nanoseconds, if there is one; with an infinite rate there always is. */
    public boolean take(long now) {
        if (Double.isInfinite(perSecond)) {
            return true;
        }
        level = Math.min(capacity, level + perSecond * (now - filledAt));
        filledAt = now;
        if (level < TOKEN) {
            return false;
        }
        level -= TOKEN;
        return true;
    }

    /** Puts tokens back, as many as there is room for. */
    public void add(double tokens) {
        level = Math.min(capacity, level + tokens * TOKEN);
    }

    /** Forgets the time up to now: the bucket did not fill. */
    public void skipTo(long now) {
        filledAt = now;
    }
}
