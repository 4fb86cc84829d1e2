package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.ledger.PlantedBug;
import dsqlsim.world.Timer;
import dsqlsim.world.World;
import java.util.Arrays;

/**
 * One term of a shard's leader: replication to the journal's replicas, the lease on what it may promise, promises, and the
 * acknowledgement of what is durable and surely past.
 */
final class Leader {
    private static final long ADOPT_AGAIN = 250_000_000L;

    private final Adjudicator self;
    private final World world;
    private final Config config;
    private final Journal[] members;
    private final Certifier certifier;
    private final Lead lead;
    private long epoch;
    private final Log log;
    private final long firstFloor;
    private long floor;
    private boolean serving;
    private boolean served;

    private final Followers followers;
    private final Acknowledgements acknowledgements;
    private final Promising promising;
    private final HandingOver handingOver;
    private long durable;
    private final Lease lease;
    private long highestHeardLease;
    private long adoptions;
    private long highestTauMax;

    /** The highest epoch for which a replica refused this leader. */
    private long fencedBy;

    private final Timer keepAliveTimer;
    private final long keepAliveEvery;

    Leader(Adjudicator self, long epoch, Log log, long floor, long heardLease) {
        this.self = self;
        this.world = self.world();
        this.config = self.config();
        this.members = self.members();
        this.epoch = epoch;
        this.log = log;
        this.floor = floor;
        this.firstFloor = floor;
        this.highestHeardLease = heardLease;
        followers = new Followers(self, members);
        acknowledgements = new Acknowledgements(self, this);
        promising = new Promising(self, this, followers);
        certifier = new Certifier(self, this);
        lead = new Lead(self, followers, new PromiseTime(self).usual());
        lease = new Lease(self, followers);
        handingOver = new HandingOver(self, this, followers);
        keepAliveTimer = new Timer(self, Kinds.TIMER, this::keepAlive);
        // Grants are asked for with keep-alives: where those are rarer than the lease allows, renewals set the pace.
        keepAliveEvery = lead.outlasts(config.keepaliveInterval)
                ? config.keepaliveInterval
                : Math.min(config.keepaliveInterval, config.leaseRenewal);
    }

    Certifier certifier() {
        return certifier;
    }

    long epoch() {
        return epoch;
    }

    Log log() {
        return log;
    }

    long floor() {
        return floor;
    }

    void raiseFloor(long to) {
        floor = Math.max(floor, to);
    }

    long lease() {
        return config.leaseOnPromises ? lease.held() : Long.MAX_VALUE;
    }

    long firstFloor() {
        return firstFloor;
    }

    long durable() {
        return durable;
    }

    boolean serving() {
        return serving;
    }

    /** Whether it decides now: not while it hands over or waits for its next epoch. */
    boolean deciding() {
        return serving && !handingOver.underWay();
    }

    Acknowledgements acknowledgements() {
        return acknowledgements;
    }

    Promising promising() {
        return promising;
    }

    void noteTauMax(long tauMax) {
        highestTauMax = Math.max(highestTauMax, tauMax);
    }

    /** How far promises and commit timestamps lead this leader's clock, in nanoseconds. */
    long lead() {
        return lead.nanos();
    }

    // ---- beginning and end of a term

    /** The journal was founded with this leader: nothing to take over. */
    void foundedWith(long firstLease) {
        Arrays.fill(followers.adopted, true);
        self.election.knowOwn(epoch);
        lease.foundedWith(firstLease, epoch);
        serve();
        keepAliveTimer.set(Randomness.below(self.drawBits(15, epoch), Math.max(1, keepAliveEvery)));
    }

    /** Hands the adopted log to every replica; serves when a quorum has taken it over. */
    void takeOver() {
        self.election.knowOwn(epoch);
        certifier.remember(log);
        for (Journal each : members) {
            adopt(each);
        }
        keepAliveTimer.set(keepAliveEvery);
        self.tellStandbys(epoch, lease.held());
    }

    /** Goes on under a new epoch, its own without a gap: floor, promises and log stay. */
    void continueUnder(long next) {
        epoch = next;
        serving = false;
        Arrays.fill(followers.adopted, false);
        Arrays.fill(followers.acknowledged, 0);
        self.election.knowOwn(epoch);
        for (Journal each : members) {
            adopt(each);
        }
        self.tellStandbys(epoch, lease.held());
    }

    private void serve() {
        serving = true;
        served = true;
        world.observer().leads(self.shard, self.id, epoch, world.now());
        world.observer().happened("leader-elected", self.id, self.shard, epoch, world.now());
        acknowledgements.begin();
        keepAlive();
        promising.begin();
    }

    void stop() {
        serving = false;
        keepAliveTimer.cancel();
        promising.stop();
        acknowledgements.stop();
        handingOver.stop();
        while (!acknowledgements.undecided().isEmpty()) {
            certifier.undo(acknowledgements.undecided().pollLast());
        }
    }

    private void adopt(Journal member) {
        if (self.membership().silentTowards(member.region) && config.eviction) {
            return;
        }
        boolean confirmed = followers.learning[member.member] && followers.confirmedWithout(member.member);
        followers.adoptSentAt[member.member] = world.now();
        Log image = log.copy();
        world.send(
                self,
                member,
                new Adopt(
                        self,
                        epoch,
                        image,
                        durable,
                        Math.max(highestHeardLease, lease.asked()),
                        confirmed,
                        adoptions++));
    }

    void onAdopted(int member, long under, long last, long heard) {
        if (under != epoch) {
            return;
        }
        followers.answeredAt[member] = world.now();
        followers.learning[member] = false;
        followers.adopted[member] = true;
        followers.acknowledged[member] = Math.max(followers.acknowledged[member], Math.min(last, log.last()));
        highestHeardLease = Math.max(highestHeardLease, heard);
        if (last < log.last()) {
            followers.resend(this, members[member], last);
        }
        if (!serving && followers.adoptions() >= config.quorum) {
            serve();
        }
        advance();
        certifier.retry();
    }

    void onLearned(int member, long under) {
        if (under == epoch) {
            followers.learning[member] = true;
        }
    }

    /** A replica has granted a higher epoch: a leader that has served stands at once above it, one that has not makes way. */
    void onSuperseded(long grantedEpoch) {
        if (grantedEpoch > fencedBy) {
            fencedBy = grantedEpoch;
            world.observer().happened("fenced", self.id, self.shard, epoch, world.now());
        }
        if (handingOver.underWay() || !served || self.journal.learner()) {
            self.stepDown();
            return;
        }
        self.election.standAbove(grantedEpoch);
    }

    void onMembership() {
        if (!self.membership().counts(self.region) && config.eviction && !config.bug(PlantedBug.TWO_WRITERS)) {
            self.stepDown();
            return;
        }
        advance();
        advanceLease();
        for (Journal each : members) {
            if (!followers.adopted[each.member]) {
                adopt(each);
            }
        }
    }

    // ---- replication

    /** Appends a decided transaction; durable once a quorum of replicas holds it. */
    Entry append(Certify request, long timestamp) {
        Entry entry = new Entry(
                self.shard,
                epoch,
                log.last() + 1,
                timestamp,
                request.attempt,
                request.rows,
                request.locks,
                request.shards,
                self.layout());
        floor = timestamp;
        log.append(entry, world.now());
        log.dropUpTo(timestamp - config.journalRetention);
        world.observer().appended(self.shard, epoch, entry.sequence, timestamp, entry.attempt, world.now());
        Pending pending = new Pending(entry, world.now(), request, certifier.recordOwn(entry));
        acknowledgements.undecided().add(pending);
        followers.replicate(this, entry);
        if (config.bug(PlantedBug.ACK_BEFORE_QUORUM)) {
            acknowledgements.answer(pending);
            pending.request = null;
        }
        return entry;
    }

    void onAppended(int member, long under, long through) {
        if (under != epoch || !followers.adopted[member]) {
            return;
        }
        followers.answeredAt[member] = world.now();
        if (through > followers.acknowledged[member]) {
            followers.acknowledged[member] = through;
            advance();
        }
    }

    /** Moves the durable mark to where a quorum stands, and what it decides with it. */
    private void advance() {
        if (!serving) {
            return;
        }
        long through = followers.heldByQuorum(followers.acknowledged);
        if (through <= durable) {
            return;
        }
        durable = through;
        acknowledgements.settle(lead);
        certifier.retry();
    }

    // ---- keep-alive and lease

    private void keepAlive() {
        long now = world.now();
        if (now - followers.quorumAnsweredAt() > config.electionMax) {
            self.stepDown();
            return;
        }
        long ask = handingOver.underWay() ? 0 : lease.ask(serving);
        for (Journal each : members) {
            if (followers.silent(each)) {
                continue;
            }
            world.sendAlongside(self, each, new KeepAlive(self, epoch, durable, now, ask, false));
            if (!followers.adopted[each.member] && now - followers.adoptSentAt[each.member] > ADOPT_AGAIN) {
                adopt(each);
            }
        }
        self.tellStandbys(epoch, lease.held());
        certifier.coordination().sweep();
        keepAliveTimer.set(keepAliveEvery);
    }

    void onKeepAliveDone(KeepAliveDone m) {
        if (m.epoch != epoch) {
            return;
        }
        int i = m.member;
        if (m.logEpoch != epoch) {
            followers.adopted[i] = false;
            followers.learning[i] = false;
            if (world.now() - followers.adoptSentAt[i] > ADOPT_AGAIN) {
                adopt(members[i]);
            }
            return;
        }
        followers.answeredAt[i] = world.now();
        followers.answeredTo[i] = Math.max(followers.answeredTo[i], m.sentAt);
        if (followers.learning[i] && followers.confirmedWithout(i)) {
            adopt(members[i]);
        }
        if (followers.adopted[i] && m.last + 1 < log.first()) {
            followers.adopted[i] = false;
            adopt(members[i]);
            return;
        }
        if (m.granted >= 0 && followers.adopted[i]) {
            followers.granted[i] = m.lowered ? m.granted : Math.max(followers.granted[i], m.granted);
            advanceLease();
        }
        if (followers.adopted[i]
                && m.last < log.last()
                && m.last == followers.lastSeen[i]
                && acknowledgements.appendedBefore(m.last + 1, m.sentAt)) {
            followers.resend(this, members[i], m.last);
        }
        followers.lastSeen[i] = m.last;
    }

    private void advanceLease() {
        if (handingOver.underWay()) {
            handingOver.onGrant(lease.granted());
        } else if (lease.advance(lead)) {
            certifier.retry();
        }
    }

    void onStream() {
        certifier.onStream();
    }

    // ---- hand-over

    /** Gives the shard to a standby: first the grants are lowered to what was promised, then it may stand. */
    void handOver(Adjudicator target) {
        int at = target.journal.member;
        boolean able = deciding() && followers.adopted[at] && !followers.learning[at] && self.counts(at);
        if (able && followers.acknowledged[at] >= durable) {
            handingOver.begin(
                    target, Math.max(Math.max(floor, promising.floor()), Math.max(highestTauMax, firstFloor)));
        }
    }
}
