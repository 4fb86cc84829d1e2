package dsqlsim.architecture.dsql;

/** How far a leader's promises and commit timestamps run ahead of its clock: so that neither reads nor acknowledgements wait for them. */
final class Lead {
    private final Adjudicator self;
    private final Config config;
    private final LeadEstimate estimate;
    private final long usual;
    /** What the lease leaves for the lead, but for the way to the replicas and back. */
    private final long room;

    private final long farthestRoundTrip;

    Lead(Adjudicator self, Followers followers, long usualPromise) {
        this.self = self;
        this.config = self.config();
        long nominal = followers.nominalQuorum();
        this.estimate = new LeadEstimate(nominal);
        this.usual = config.autoLead ? nominal + config.leadMargin : config.lead;
        this.farthestRoundTrip = followers.farthestRoundTrip();
        this.room = room(usualPromise);
    }

    private long room(long usualPromise) {
        if (config.lease == Long.MAX_VALUE) {
            return Long.MAX_VALUE;
        }
        long promise = config.autoPromiseTimeout ? usualPromise : Math.min(config.promiseTimeout, config.lease / 2);
        return config.lease - config.leaseRenewal - promise - 2 * self.clock.bound();
    }

    /** Whether the lease covers grants that are asked for so far apart, in nanoseconds, when nothing is wrong. */
    boolean outlasts(long apart) {
        return room == Long.MAX_VALUE || apart - config.leaseRenewal <= room - farthestRoundTrip - usual;
    }

    /** Something took so long from being sent to being held by a quorum. */
    void sample(long nanos) {
        estimate.sample(nanos, self.world().now());
    }

    /** In nanoseconds. */
    long nanos() {
        if (!config.autoLead) {
            return config.lead;
        }
        long measured = estimate.nanos(self.world().now());
        if (room == Long.MAX_VALUE) {
            return measured + config.leadMargin;
        }
        // A slow way to the replicas takes its share of each grant, too: a lead that the lease never reaches stops all
        // commits.
        long cap = Math.max(0, room - Math.max(farthestRoundTrip, measured));
        return Math.min(cap, measured + config.leadMargin);
    }
}
