package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import java.util.Arrays;

/** Up to when a leader may promise: what it asked its replicas for, and what a quorum of them granted. */
final class Lease {
    private final Adjudicator self;
    private final Config config;
    private final Followers followers;

    private long held;
    private long asked;
    private long askedAt;
    private long sampledAt;

    Lease(Adjudicator self, Followers followers) {
        this.self = self;
        this.config = self.config();
        this.followers = followers;
    }

    /** What a quorum has granted. */
    long held() {
        return held;
    }

    /** What may have been granted by some. */
    long asked() {
        return asked;
    }

    /** The journal was founded with a lease; its first renewal comes at any moment of the interval. */
    void foundedWith(long first, long epoch) {
        held = first;
        Arrays.fill(followers.granted, first);
        asked = first;
        askedAt = self.world().now() - Randomness.below(self.drawBits(14, epoch), Math.max(1, config.leaseRenewal));
    }

    /** What to ask for with the next keep-alive: 0 if it is not time yet. */
    long ask(boolean serving) {
        long now = self.world().now();
        boolean due = serving && now - askedAt >= config.leaseRenewal || asked == 0;
        if (!due) {
            return 0;
        }
        long ask = saturatingAdd(self.clock.usable() ? self.clock.earliest() : asked, config.lease);
        asked = Math.max(asked, ask);
        askedAt = now;
        return ask;
    }

    private static long saturatingAdd(long a, long b) {
        return a > 0 && b > Long.MAX_VALUE - a ? Long.MAX_VALUE : a + b;
    }

    /** What a quorum of the replicas grants now. */
    long granted() {
        return Math.min(asked, followers.heldByQuorum(followers.granted));
    }

    /** Takes up what is granted; answers whether that is more. A renewal is a sample of the way to a quorum and back. */
    boolean advance(Lead lead) {
        long granted = granted();
        if (granted <= held) {
            return false;
        }
        held = granted;
        if (!config.remoteHead && held == asked && sampledAt != askedAt) {
            sampledAt = askedAt;
            lead.sample(self.world().now() - askedAt);
        }
        return true;
    }
}
