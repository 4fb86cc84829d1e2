package dsqlsim.validate;

import dsqlsim.kernel.TokenBucket;
import java.util.Map;

/** Everybody connects at once, and again until the session router's bucket has a token. In seconds. */
final class Reconnects implements Bench {
    private static final long MS = 1_000_000L;

    @Override
    public Map<String, Double> measure(Parameters with, long seed, int n) {
        TokenBucket bucket = new TokenBucket(with.number("burst"), with.number("rate"));
        int early = 0;
        double waits = 0;
        int connected = 0;
        long now = 0;
        while (connected < n) {
            if (!bucket.take(now)) {
                now += MS;
                continue;
            }
            connected++;
            early += now <= 30_000 * MS ? 1 : 0;
            waits += now / 1e9;
        }
        return Map.of("last", now / 1e9, "early", (double) early, "wait", waits / n);
    }
}
