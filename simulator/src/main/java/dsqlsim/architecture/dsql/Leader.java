package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.ledger.PlantedBug;
import dsqlsim.world.Timer;
import dsqlsim.world.World;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * One term of a shard's leader: replication to the journal's replicas, the lease on what it may promise, promises, and the
 * acknowledgement of what is durable and surely past.
 */
final class Leader {
    private static final long ADOPT_AGAIN = 250_000_000L;
    private static final long CONTINUOUS_TICK = 5_000_000L;
    /** While nobody asks, continuous promises may be rare: who does ask is promised at once. */
    private static final long IDLE_TICK = 250_000_000L;

    private static final long IDLE_AFTER = 50_000_000L;

    private final Adjudicator self;
    private final World world;
    private final Config config;
    private final Journal[] members;
    private final Certifier certifier;
    private final LeadEstimate estimate;
    /** What the lease leaves for the lead, but for the way to the replicas and back. */
    private final long leadRoom;

    private final long farthestRoundTrip;

    private long epoch;
    private final Log log;
    private final long firstFloor;
    private long floor;
    private boolean serving;
    private boolean served;
    private boolean handingOver;
    private boolean acknowledgedAny;

    // ---- what each replica said, by member
    private final boolean[] adopted;
    private final boolean[] learning;
    private final long[] acknowledged;
    private final long[] granted;
    private final long[] answeredAt;
    /** When the keep-alive was sent that was answered last. */
    private final long[] answeredTo;

    private final long[] adoptSentAt;
    private final long[] lastSeen;
    private final long[] scratch;

    private long durable;
    private long lease;
    private long leaseAsked;
    private long leaseAskedAt;
    private long leaseSampledAt;
    private long highestHeardLease;
    private long promisedFloor = -1;
    private long promises;
    private long stirredAt = Long.MIN_VALUE / 2;
    private long adoptions;
    private Adjudicator successor;
    private long lowersTo;
    private long highestTauMax;

    private final ArrayDeque<Pending> undecided = new ArrayDeque<>();
    private final ArrayDeque<Pending> awaitingClock = new ArrayDeque<>();

    /** The highest epoch for which a replica refused this leader. */
    private long fencedBy;

    private final Timer keepAliveTimer;
    private final Timer promiseTimer;
    private final Timer clockTimer;
    private final Timer leaseTimer;

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
        int n = members.length;
        adopted = new boolean[n];
        learning = new boolean[n];
        acknowledged = new long[n];
        granted = new long[n];
        answeredAt = new long[n];
        answeredTo = new long[n];
        adoptSentAt = new long[n];
        lastSeen = new long[n];
        scratch = new long[n];
        Arrays.fill(answeredAt, world.now());
        Arrays.fill(adoptSentAt, Long.MIN_VALUE / 2);
        estimate = new LeadEstimate(nominalQuorum());
        certifier = new Certifier(self, this);
        farthestRoundTrip = farthestRoundTrip();
        leadRoom = leadRoom();
        keepAliveTimer = new Timer(self, Kinds.TIMER, this::keepAlive);
        promiseTimer = new Timer(self, Kinds.TIMER, this::promiseTick);
        clockTimer = new Timer(self, Kinds.TIMER, this::acknowledgePast);
        leaseTimer = new Timer(self, Kinds.TIMER, this::finishHandOver);
    }

    /** The append-to-quorum time without jitter: to the nearest replicas that make a quorum, and their disks. */
    private long nominalQuorum() {
        Journal head = config.remoteHead ? head(false) : null;
        long[] times = new long[members.length];
        for (int i = 0; i < members.length; i++) {
            long way = head == null || head == members[i]
                    ? world.nominalDelay(self, members[i])
                    : world.nominalDelay(self, head) + world.nominalDelay(head, members[i]);
            times[i] = -2 * way - config.persist.median();
        }
        return -JournalFeed.kthLargest(times, times.length, config.quorum, 0);
    }

    private long farthestRoundTrip() {
        long farthest = 0;
        for (Journal each : members) {
            farthest = Math.max(farthest, 2 * world.nominalDelay(self, each));
        }
        return farthest;
    }

    private long leadRoom() {
        if (config.lease == Long.MAX_VALUE) {
            return Long.MAX_VALUE;
        }
        long promise = config.autoPromiseTimeout
                ? certifier.usualPromise()
                : Math.min(config.promiseTimeout, config.lease / 2);
        return config.lease - config.leaseRenewal - promise - 2 * self.clock.bound();
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
        return config.leaseOnPromises ? lease : Long.MAX_VALUE;
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
        return serving && !handingOver;
    }

    ArrayDeque<Pending> undecided() {
        return undecided;
    }

    void noteTauMax(long tauMax) {
        highestTauMax = Math.max(highestTauMax, tauMax);
    }

    /** How far promises and commit timestamps lead this leader's clock, in nanoseconds. */
    long lead() {
        if (!config.autoLead) {
            return config.lead;
        }
        long measured = estimate.nanos(world.now());
        if (leadRoom == Long.MAX_VALUE) {
            return measured + config.leadMargin;
        }
        // A slow way to the replicas takes its share of each grant, too: a lead that the lease never reaches would stop
        // all commits.
        long cap = Math.max(0, leadRoom - Math.max(farthestRoundTrip, measured));
        return Math.min(cap, measured + config.leadMargin);
    }

    // ---- beginning and end of a term

    /** The journal was founded with this leader: nothing to take over. */
    void foundedWith(long firstLease) {
        lease = firstLease;
        Arrays.fill(adopted, true);
        Arrays.fill(granted, firstLease);
        self.election.knowOwn(epoch);
        leaseAsked = firstLease;
        leaseAskedAt = world.now() - Randomness.below(self.drawBits(14, epoch), Math.max(1, config.leaseRenewal));
        serve();
        keepAliveTimer.set(Randomness.below(self.drawBits(15, epoch), Math.max(1, config.keepaliveInterval)));
    }

    /** Hands the adopted log to every replica; serves when a quorum has taken it over. */
    void takeOver() {
        self.election.knowOwn(epoch);
        certifier.remember(log);
        for (Journal each : members) {
            adopt(each);
        }
        keepAliveTimer.set(config.keepaliveInterval);
        tellStandbys();
    }

    /** Goes on under a new epoch, its own without a gap: floor, promises and log stay. */
    void continueUnder(long next) {
        epoch = next;
        serving = false;
        Arrays.fill(adopted, false);
        Arrays.fill(acknowledged, 0);
        self.election.knowOwn(epoch);
        for (Journal each : members) {
            adopt(each);
        }
        tellStandbys();
    }

    private void serve() {
        serving = true;
        served = true;
        world.observer().leads(self.shard, self.id, epoch, world.now());
        world.observer().happened("leader-elected", self.id, self.shard, epoch, world.now());
        acknowledgedAny = false;
        keepAlive();
        promiseTimer.set(0);
    }

    void stop() {
        serving = false;
        keepAliveTimer.cancel();
        promiseTimer.cancel();
        clockTimer.cancel();
        leaseTimer.cancel();
        while (!undecided.isEmpty()) {
            certifier.undo(undecided.pollLast());
        }
    }

    private void adopt(Journal member) {
        if (self.membership().silentTowards(member.region) && config.eviction) {
            return;
        }
        boolean confirmed = learning[member.member] && confirmedWithout(member.member);
        adoptSentAt[member.member] = world.now();
        Log image = log.copy();
        world.send(
                self,
                member,
                new Adopt(
                        self, epoch, image, durable, Math.max(highestHeardLease, leaseAsked), confirmed, adoptions++));
    }

    /** Whether a quorum without one member has answered under this epoch since that one was handed the log. */
    private boolean confirmedWithout(int member) {
        int count = 0;
        for (int i = 0; i < members.length; i++) {
            if (i != member && self.counts(i) && adopted[i] && answeredTo[i] > adoptSentAt[member]) {
                count++;
            }
        }
        return count >= config.quorum;
    }

    void onAdopted(int member, long under, long last, long heard) {
        if (under != epoch) {
            return;
        }
        answeredAt[member] = world.now();
        learning[member] = false;
        adopted[member] = true;
        acknowledged[member] = Math.max(acknowledged[member], Math.min(last, log.last()));
        highestHeardLease = Math.max(highestHeardLease, heard);
        if (last < log.last()) {
            resend(members[member], last);
        }
        if (!serving && adoptions() >= config.quorum) {
            serve();
        }
        advance();
        certifier.retry();
    }

    void onLearned(int member, long under) {
        if (under == epoch) {
            learning[member] = true;
        }
    }

    private int adoptions() {
        int count = 0;
        for (int i = 0; i < members.length; i++) {
            if (adopted[i] && self.counts(i)) {
                count++;
            }
        }
        return count;
    }

    /** A replica has granted a higher epoch: a leader that has served stands at once above it, one that has not makes way. */
    void onSuperseded(long grantedEpoch) {
        if (grantedEpoch > fencedBy) {
            fencedBy = grantedEpoch;
            world.observer().happened("fenced", self.id, self.shard, epoch, world.now());
        }
        if (handingOver || !served || self.journal.learner()) {
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
            if (!adopted[each.member]) {
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
        undecided.add(pending);
        replicate(entry);
        if (config.bug(PlantedBug.ACK_BEFORE_QUORUM)) {
            answer(pending);
            pending.request = null;
        }
        return entry;
    }

    private void replicate(Entry entry) {
        Journal head = config.remoteHead ? head(true) : null;
        if (head != null) {
            world.send(self, head, new Append(self, epoch, durable, entry, null, head));
            return;
        }
        for (Journal each : members) {
            if (adopted[each.member] && !silent(each)) {
                world.send(self, each, new Append(self, epoch, durable, entry, null, null));
            }
        }
    }

    /** The nearest replica of another place, that has answered lately; null when there is none, and the leader replicates by itself. */
    private Journal head(boolean answering) {
        Journal head = null;
        for (Journal each : members) {
            if (elsewhere(each)
                    && self.counts(each.member)
                    && (!answering || answers(each))
                    && (head == null || world.nominalDelay(self, each) < world.nominalDelay(self, head))) {
                head = each;
            }
        }
        return head;
    }

    private boolean answers(Journal member) {
        long within = config.electionMin + 2 * world.nominalDelay(self, member);
        return adopted[member.member] && world.now() - answeredAt[member.member] < within;
    }

    private boolean elsewhere(Journal member) {
        return config.multiRegion ? member.region != self.region : member.zone != self.zone;
    }

    private boolean silent(Journal member) {
        return self.membership().silentTowards(member.region) && config.eviction;
    }

    private void resend(Journal member, long after) {
        long from = Math.max(after + 1, log.first());
        if (from <= log.last() && !silent(member)) {
            world.send(self, member, new Append(self, epoch, durable, null, log.slice(from, log.last()), null));
        }
    }

    void onAppended(int member, long under, long through) {
        if (under != epoch || !adopted[member]) {
            return;
        }
        answeredAt[member] = world.now();
        if (through > acknowledged[member]) {
            acknowledged[member] = through;
            advance();
        }
    }

    /** Moves the durable mark to where a quorum stands, and what it decides with it. */
    private void advance() {
        if (!serving) {
            return;
        }
        int count = 0;
        for (int i = 0; i < members.length; i++) {
            if (adopted[i] && self.counts(i)) {
                scratch[count++] = acknowledged[i];
            }
        }
        long through = JournalFeed.kthLargest(scratch, count, config.quorum, 0);
        if (through <= durable) {
            return;
        }
        durable = through;
        long now = world.now();
        while (!undecided.isEmpty() && undecided.peek().entry.sequence <= durable) {
            Pending pending = undecided.poll();
            pending.durableAt = now;
            estimate.sample(now - pending.appendedAt, now);
            awaitingClock.add(pending);
        }
        acknowledgePast();
        certifier.retry();
    }

    /** Acknowledges what is durable and has surely passed in true time. */
    private void acknowledgePast() {
        long earliest = self.clock.earliest();
        while (!awaitingClock.isEmpty()) {
            Pending next = awaitingClock.peek();
            if (next.entry.timestamp >= earliest && !config.bug(PlantedBug.NO_COMMIT_WAIT)) {
                clockTimer.set(self.clock.untilEarliestExceeds(next.entry.timestamp));
                return;
            }
            awaitingClock.poll();
            long now = world.now();
            world.observer().commitWaited(self.shard, next.durableAt - next.appendedAt, now - next.durableAt, now);
            answer(next);
        }
    }

    private void answer(Pending pending) {
        Certify request = pending.request;
        if (request == null) {
            return;
        }
        noteAcknowledged();
        world.send(self, request.session.host, new Verdict(request, self.shard, epoch, pending.entry));
    }

    void noteAcknowledged() {
        if (!acknowledgedAny) {
            acknowledgedAny = true;
            world.observer().acknowledged(self.shard, epoch, world.now());
        }
    }

    /** A re-sent commit found its entry in the log: it is answered like the first, when durable and past. */
    void answerLater(Certify request, Entry entry) {
        long sequence = entry.sequence;
        if (config.bug(PlantedBug.ALREADY_COMMITTED_TOO_SOON)) {
            answer(new Pending(entry, world.now(), request, null));
            return;
        }
        for (Pending each : undecided) {
            if (each.entry.sequence == sequence) {
                each.request = request;
                return;
            }
        }
        for (Pending each : awaitingClock) {
            if (each.entry.sequence == sequence) {
                each.request = request;
                return;
            }
        }
        if (sequence > durable) {
            undecided.add(new Pending(entry, world.now(), request, null));
            return;
        }
        Pending late = new Pending(entry, world.now(), request, null);
        late.durableAt = world.now();
        if (entry.timestamp < self.clock.earliest()) {
            answer(late);
        } else {
            awaitingClock.addFirst(late);
            acknowledgePast();
        }
    }

    // ---- keep-alive and lease

    private void keepAlive() {
        long now = world.now();
        if (now - quorumAnsweredAt() > config.electionMax) {
            self.stepDown();
            return;
        }
        boolean renew = serving && !handingOver && now - leaseAskedAt >= config.leaseRenewal || leaseAsked == 0;
        long ask = 0;
        if (renew && !handingOver) {
            ask = saturatingAdd(self.clock.usable() ? self.clock.earliest() : leaseAsked, config.lease);
            leaseAsked = Math.max(leaseAsked, ask);
            leaseAskedAt = now;
        }
        for (Journal each : members) {
            if (silent(each)) {
                continue;
            }
            world.sendAlongside(self, each, new KeepAlive(self, epoch, durable, now, ask, false));
            if (!adopted[each.member] && now - adoptSentAt[each.member] > ADOPT_AGAIN) {
                adopt(each);
            }
        }
        tellStandbys();
        certifier.sweep();
        keepAliveTimer.set(config.keepaliveInterval);
    }

    private static long saturatingAdd(long a, long b) {
        return a > 0 && b > Long.MAX_VALUE - a ? Long.MAX_VALUE : a + b;
    }

    private void tellStandbys() {
        for (Adjudicator each : self.layout().adjudicators[self.shard]) {
            if (each != self && !self.membership().silentTowards(each.region)) {
                world.sendAlongside(self, each, new LeaderHeard(self, epoch, lease, world.now()));
            }
        }
    }

    private long quorumAnsweredAt() {
        int count = 0;
        for (int i = 0; i < members.length; i++) {
            if (self.counts(i)) {
                scratch[count++] = answeredAt[i];
            }
        }
        return JournalFeed.kthLargest(scratch, count, config.quorum, Long.MIN_VALUE / 2);
    }

    void onKeepAliveDone(KeepAliveDone m) {
        if (m.epoch != epoch) {
            return;
        }
        int i = m.member;
        if (m.logEpoch != epoch) {
            adopted[i] = false;
            learning[i] = false;
            if (world.now() - adoptSentAt[i] > ADOPT_AGAIN) {
                adopt(members[i]);
            }
            return;
        }
        answeredAt[i] = world.now();
        answeredTo[i] = Math.max(answeredTo[i], m.sentAt);
        if (learning[i] && confirmedWithout(i)) {
            adopt(members[i]);
        }
        if (adopted[i] && m.last + 1 < log.first()) {
            adopted[i] = false;
            adopt(members[i]);
            return;
        }
        if (m.granted >= 0 && adopted[i]) {
            granted[i] = m.lowered ? m.granted : Math.max(granted[i], m.granted);
            advanceLease();
        }
        if (adopted[i] && m.last < log.last() && m.last == lastSeen[i] && behindSince(m)) {
            resend(members[i], m.last);
        }
        lastSeen[i] = m.last;
    }

    /** Whether the replica should have had its next entry when it answered. */
    private boolean behindSince(KeepAliveDone m) {
        for (Pending each : undecided) {
            if (each.entry.sequence == m.last + 1) {
                return each.appendedAt < m.sentAt;
            }
        }
        return true;
    }

    private void advanceLease() {
        int count = 0;
        for (int i = 0; i < members.length; i++) {
            if (adopted[i] && self.counts(i)) {
                scratch[count++] = granted[i];
            }
        }
        long held = Math.min(leaseAsked, JournalFeed.kthLargest(scratch, count, config.quorum, 0));
        if (handingOver) {
            if (held <= lowersTo && lowered()) {
                finishHandOver();
            }
            return;
        }
        if (held > lease) {
            lease = held;
            if (!config.remoteHead && lease == leaseAsked && leaseSampledAt != leaseAskedAt) {
                leaseSampledAt = leaseAskedAt;
                estimate.sample(world.now() - leaseAskedAt, world.now());
            }
            certifier.retry();
        }
    }

    // ---- promises

    private void promiseTick() {
        promise();
        if (!serving) {
            return;
        }
        if (config.continuousPromises()) {
            promiseTimer.set(world.now() - stirredAt > IDLE_AFTER ? IDLE_TICK : CONTINUOUS_TICK);
        } else { // All leaders at the same instants, so that promises travel together.
            promiseTimer.set(config.promiseInterval - world.now() % config.promiseInterval);
        }
    }

    /** Something has come that others may wait for: continuous promises are frequent again. */
    private void stir() {
        if (config.continuousPromises()) {
            boolean idle = world.now() - stirredAt > IDLE_AFTER;
            stirredAt = world.now();
            if (idle && serving) {
                promiseTimer.set(CONTINUOUS_TICK);
            }
        }
    }

    /** Somebody took a start timestamp: with continuous promises this leader promises it as soon as its clock allows. */
    void promiseReaching(long start) {
        stir();
        if (!serving || promisedFloor >= start) {
            return;
        }
        long wait = start - (self.clock.earliest() + lead());
        if (wait <= 0) {
            promise();
        } else {
            new Timer(self, Kinds.TIMER, this::promise).set(wait);
        }
    }

    private void promise() {
        if (!deciding() || !self.clock.usable()) {
            if (!self.clock.usable() && serving) {
                self.stepDown();
            }
            return;
        }
        floor = Math.max(floor, Math.min(self.clock.earliest() + lead(), lease()));
        if (floor > promisedFloor) {
            promisedFloor = floor;
            promises++;
            for (Journal each : members) {
                if (adopted[each.member] && !silent(each)) {
                    Promise promise = new Promise(self, epoch, durable, log.last(), floor, promises);
                    world.sendTogether(self, each, promise, self.layout().path(self, each.region, each.zone));
                }
            }
        }
    }

    void onStream() {
        certifier.onStream();
    }

    // ---- hand-over

    /** Gives the shard to a standby: first the grants are lowered to what was promised, then it may stand. */
    void handOver(Adjudicator target) {
        int at = target.journal.member;
        if (!deciding() || !adopted[at] || learning[at] || !self.counts(at) || acknowledged[at] < durable) {
            return;
        }
        handingOver = true;
        successor = target;
        lowersTo = Math.max(Math.max(floor, promisedFloor), Math.max(highestTauMax, firstFloor));
        world.observer().happened("hand-over", self.id, self.shard, epoch, world.now());
        Arrays.fill(granted, Long.MAX_VALUE);
        for (Journal each : members) {
            if (adopted[each.member] && !silent(each)) {
                world.send(self, each, new KeepAlive(self, epoch, durable, world.now(), lowersTo, true));
            }
        }
        leaseTimer.set(config.electionMax);
    }

    private boolean lowered() {
        int count = 0;
        for (int i = 0; i < members.length; i++) {
            if (self.counts(i) && granted[i] <= lowersTo) {
                count++;
            }
        }
        return count >= config.quorum;
    }

    private void finishHandOver() {
        if (successor != null) {
            world.send(self, successor, new HandOver(successor, epoch));
            successor = null;
            leaseTimer.set(config.electionMax * 2);
        } else {
            self.stepDown();
        }
    }
}
