package dsqlsim.workload;

import dsqlsim.kernel.Randomness;

/**
 * Clients that go where a name points. They ask for it when their last answer has expired and not before, so they learn of a
 * change some time within its time to live; their own failures change nothing.
 */
final class CachedName implements Router {
    private final Resolver name;
    private final long ttlNanos;
    private int answer;
    private long answerUntil;

    /** Answers expire at an instant of this workload's own, drawn with {@code key}. */
    CachedName(Resolver name, long ttlNanos, long key) {
        this.name = name;
        this.ttlNanos = ttlNanos;
        this.answer = name.answer();
        this.answerUntil = (long) (Randomness.uniform(key) * ttlNanos);
    }

    @Override
    public int home() {
        return answer;
    }

    @Override
    public int endpoint(long now) {
        if (now >= answerUntil) {
            answer = name.answer();
            answerUntil = now + ttlNanos;
        }
        return answer;
    }

    @Override
    public void served(int endpoint, boolean trial) {}

    @Override
    public void failed(int endpoint, long now) {}

    @Override
    public boolean triesHome(long now) {
        return false;
    }
}
