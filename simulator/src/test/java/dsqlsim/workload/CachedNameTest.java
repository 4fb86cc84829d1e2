package dsqlsim.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dsqlsim.kernel.Randomness;
import org.junit.jupiter.api.Test;

/** Clients learn of a changed name some time within its time to live: the second half of validation case G3. */
class CachedNameTest {
    private static final long S = 1_000_000_000L;
    private static final long TTL = 60 * S;
    private static final int CLIENTS = 4000;

    @Test
    void followingANameTakesHalfItsTimeToLive() {
        double sum = 0;
        for (int client = 0; client < CLIENTS; client++) {
            double seconds = follows(Randomness.key(5, client), 47 * S) / 1e9;
            assertThat(seconds).isBetween(0.0, 60.0);
            sum += seconds;
        }
        assertThat(sum / CLIENTS).isCloseTo(30, within(4 * 60 / Math.sqrt(12.0 * CLIENTS)));
    }

    @Test
    void withoutATimeToLiveEveryConnectionAsks() {
        int[] answer = {0};
        CachedName name = new CachedName(() -> answer[0], 0, 1);
        answer[0] = 1;
        assertThat(name.endpoint(1)).isEqualTo(1);
        answer[0] = 0;
        assertThat(name.endpoint(2)).isEqualTo(0);
    }

    /** Nanoseconds from a change to the first use of the new answer, of a client that asks every 100 ms. */
    private static long follows(long key, long changedAt) {
        int[] answer = {0};
        CachedName name = new CachedName(() -> answer[0], TTL, key);
        for (long now = 0; ; now += S / 10) {
            answer[0] = now >= changedAt ? 1 : 0;
            if (name.endpoint(now) == 1) {
                return now - changedAt;
            }
        }
    }
}
