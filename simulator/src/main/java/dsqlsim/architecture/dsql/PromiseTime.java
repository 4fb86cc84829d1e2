package dsqlsim.architecture.dsql;

import dsqlsim.ledger.PlantedBug;

/** How long a voter promises to commit nothing that conflicts: a round trip to the coordinator and some more, and never past its lease. */
final class PromiseTime {
    private static final long AT_LEAST = 20_000_000L;

    private final Adjudicator self;
    private final Config config;
    private final Layout layout;

    PromiseTime(Adjudicator self) {
        this.self = self;
        this.config = self.config();
        this.layout = self.layout();
    }

    /** The end of a promise that begins with a candidate for the commit timestamp: tau-max. */
    long until(Certify m, long candidate, long lease) {
        long timeout = config.promiseTimeout;
        if (config.autoPromiseTimeout) {
            long oneWay = m.coordinatorLeader == null || m.coordinatorLeader == self
                    ? farthest(m.shards)
                    : self.world().nominalDelay(self, m.coordinatorLeader);
            timeout = AT_LEAST + 4 * oneWay;
        }
        long until = timeout > Long.MAX_VALUE - candidate ? Long.MAX_VALUE : candidate + timeout;
        return config.bug(PlantedBug.VOTE_PAST_LEASE) ? until : Math.min(until, lease);
    }

    /** How long this leader promises at most when nothing is wrong, in nanoseconds; without other shards never. */
    long usual() {
        return layout.shards == 1 ? 0 : AT_LEAST + 4 * farthest(-1);
    }

    /** One-way delay to the farthest place from which another of these shards may be led now, in nanoseconds. */
    private long farthest(long shards) {
        long farthest = 0;
        for (int other = 0; other < layout.shards; other++) {
            if (other != self.shard && (shards >>> other & 1) != 0) {
                farthest = Math.max(farthest, self.world().nominalDelay(self, layout.preferred(other)));
            }
        }
        return farthest;
    }
}
