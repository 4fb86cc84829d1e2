package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Event;
import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.Station;
import dsqlsim.ledger.PlantedBug;
import dsqlsim.txn.Outcome;
import dsqlsim.world.Message;
import dsqlsim.world.Subject;
import dsqlsim.world.Timer;
import dsqlsim.world.World;
import java.util.ArrayDeque;

/**
 * Decides, for the rows of its shard, which transactions may commit and when: first committer wins. At most one adjudicator of a
 * shard leads under an epoch; the others stand by beside a journal replica and follow the merged stream.
 *
 * <p>All its state is soft: whatever it promised or committed is in the journals and in the replicas' grants, and a successor learns
 * it there before it answers anyone.
 */
final class Adjudicator extends DsqlNode implements Crossbar.Subscriber {
    private static final long RESYNC_AGAIN = 20_000_000L;

    /** The journal replica it stands beside. */
    final Journal journal;

    final Election election;
    private final Station station;
    /** What waits for its decision, by attempt: a re-send of it adds no work. */
    private LongMap<Certify> underCheck = new LongMap<>();

    /** Last commits of this shard's rows, from all journals; only a leader needs it, and makes it from {@link #followed}. */
    ConflictTable table;

    /** The commits of the conflict window that touch this shard, in the order of the merged stream. */
    private final ArrayDeque<Entry> followed = new ArrayDeque<>();

    private long complete;
    private long horizon;
    private Crossbar feed;
    private Leader leader;
    private final Timer resyncTimer = new Timer(this, Kinds.TIMER, this::resync);

    Adjudicator(World world, Layout layout, String name, int region, int zone, int shard, Journal journal) {
        super(world, layout, "adjudicator", name, region, zone, shard);
        this.journal = journal;
        this.election = new Election(this);
        this.station = new Station(config.adjudicatorCapacity);
    }

    World world() {
        return world;
    }

    Config config() {
        return config;
    }

    Layout layout() {
        return layout;
    }

    Membership membership() {
        return membership;
    }

    long drawBits(long purpose, long identity) {
        return draw(purpose, identity);
    }

    Leader leader() {
        return leader;
    }

    Journal[] members() {
        return layout.journals[shard];
    }

    /** Whether a replica may count towards a quorum. */
    boolean counts(int member) {
        return membership.counts(members()[member].region) || !config.eviction;
    }

    /** Every commit up to this timestamp, in any journal, is in {@link #table}. */
    long complete() {
        return complete;
    }

    /** Commits at or before this timestamp may be missing from {@link #table}. */
    long horizon() {
        return horizon;
    }

    // ---- leadership

    /** Leads from the start of the run: the journal was founded with this leader. */
    void leadFromStart(long lease) {
        table = new ConflictTable(layout.shards);
        leader = new Leader(this, 1, new Log(), 0, 0);
        leader.foundedWith(lease);
    }

    /** Has been granted an epoch by a quorum. */
    void elected(long epoch, Log log, long logEpoch, long lease) {
        if (leader != null && logEpoch <= leader.epoch()) {
            leader.continueUnder(epoch);
            return;
        }
        if (leader != null) {
            stepDown();
        }
        table = new ConflictTable(layout.shards);
        if (config.bug(PlantedBug.REPLAY_OWN_JOURNAL_ONLY)) {
            for (long sequence = log.first(); sequence <= log.last(); sequence++) {
                record(log.at(sequence));
            }
        }
        for (Entry entry : followed) {
            record(entry);
        }
        long floor = Math.max(log.lastTimestamp(), config.bug(PlantedBug.FLOOR_IGNORES_LEASE) ? 0 : lease);
        leader = new Leader(this, epoch, log.copy(), floor, lease);
        leader.takeOver();
    }

    /** Stops leading, silently; forgets appends that were never decided. */
    void stepDown() {
        if (leader != null) {
            leader.stop();
            leader = null;
            table = null;
            world.observer().happened("stepped-down", id, shard, election.knownEpoch(), world.now());
            election.hearAfresh();
        }
    }

    /** Its own replica granted a candidacy: somebody stands. */
    void onOwnReplicaGranted() {
        if (up()) {
            election.postpone();
        }
    }

    /** Its own replica lost its disk: what it granted before counts no more. */
    void onOwnReplicaLost() {
        if (up()) {
            election.abandon();
        }
    }

    @Override
    protected void membershipChanged() {
        if (leader != null) {
            leader.onMembership();
        } else {
            election.onMembership();
        }
    }

    /** Whether too few replicas can be reached for a quorum. */
    boolean cutOff() {
        int reached = 0;
        for (Journal each : members()) {
            boolean both = world.reachable(this, each) && world.reachable(each, this);
            reached += both && !each.paused() && counts(each.member) ? 1 : 0;
        }
        return reached < config.quorum;
    }

    // ---- the merged stream

    @Override
    public void onRelease(Crossbar crossbar, long after, long upTo, Entry[] entries) {
        feed = crossbar;
        if (after > complete) {
            resyncTimer.ensure(0);
            return;
        }
        if (upTo <= complete) {
            return;
        }
        for (Entry entry : entries) {
            if (entry.timestamp > complete && (entry.shards >>> shard & 1) != 0) {
                follow(entry);
            }
        }
        complete = upTo;
        if (leader != null) {
            leader.onStream();
        }
    }

    @Override
    public void onReplay(Crossbar crossbar, long after, long upTo, Entry[] entries) {
        if (after > complete) {
            horizon = after;
            complete = after;
        }
        onRelease(crossbar, after, upTo, entries);
    }

    private void follow(Entry entry) {
        if (leader != null && entry.shard == shard && entry.epoch > leader.epoch()) {
            stepDown();
        }
        followed.add(entry);
        while (followed.peek().timestamp < entry.timestamp - config.conflictWindow) {
            followed.poll();
        }
        boolean ownAppend = leader != null && entry.shard == shard && entry.epoch == leader.epoch();
        if (leader != null && !ownAppend) {
            record(entry);
        }
    }

    private void record(Entry entry) {
        for (int row : entry.rows) {
            if (layout.shardOf(row) == shard) {
                table.record(row, entry.timestamp);
            }
        }
        for (int row : entry.locks) {
            if (layout.shardOf(row) == shard) {
                table.record(row, entry.timestamp);
            }
        }
    }

    private void resync() {
        Crossbar from = feed != null ? feed : layout.crossbars[region][zone];
        if (from.released() > complete) {
            send(from, new Crossbar.Resync(this, complete));
            resyncTimer.set(RESYNC_AGAIN);
        }
    }

    // ---- commits

    void onCertify(Certify m) {
        Certify same = underCheck.get(m.attempt);
        if (same != null && same.tryNumber == m.tryNumber) {
            return;
        }
        long check = slowed(config.checkTime.sample(draw(2, m.attempt)));
        long at = check == 0 ? world.now() : station.admit(world.now(), check);
        at += config.voteTime.sample(draw(3, Randomness.key(m.attempt, m.round)));
        if (at == world.now()) {
            decide(m);
        } else {
            underCheck.put(m.attempt, m);
            world.simulation().at(at, new Decide(this, m));
        }
    }

    private void decide(Certify m) {
        if (underCheck.get(m.attempt) == m) {
            underCheck.remove(m.attempt);
        }
        if (leader == null) {
            send(m.session.host, new QueryProcessor.Verdict(m, shard, election.knownEpoch(), election.knownLeader()));
        } else {
            leader.certifier().certify(m);
        }
    }

    // ---- crash

    @Override
    protected void onCrash() {
        boolean led = leader != null;
        if (led) {
            world.observer().happened("leader-lost", id, shard, leader.epoch(), world.now());
            leader.stop();
            leader = null;
        }
        table = null;
        followed.clear();
        station.clear(world.now());
        underCheck = new LongMap<>();
        complete = 0;
        election.abandon();
    }

    @Override
    protected void onRestart() {
        complete = Math.max(0, world.now() - Math.min(config.conflictWindow, world.now()));
        horizon = complete;
        election.hearAfresh();
        resyncTimer.set(0);
    }

    // ---- messages

    /** A decision that is due when the adjudicator has worked its way to it. */
    private static final class Decide extends Event {
        private final Adjudicator adjudicator;
        private final int incarnation;
        private final Certify request;

        Decide(Adjudicator adjudicator, Certify request) {
            this.adjudicator = adjudicator;
            this.incarnation = adjudicator.incarnation();
            this.request = request;
        }

        @Override
        protected void fire() {
            if (adjudicator.incarnation() == incarnation && !adjudicator.deferred(this)) {
                adjudicator.decide(request);
            }
        }

        @Override
        protected int kind() {
            return Kinds.DECIDE;
        }

        @Override
        protected int node() {
            return adjudicator.id;
        }
    }

    /** May this transaction commit, given that it read as of {@code start}? Sent to every shard involved. */
    static final class Certify extends Message<Adjudicator> {
        final QueryProcessor.Session session;
        final long serial;
        final long attempt;
        final int tryNumber;
        /** How often it was sent within all tries. */
        final int round;

        final long start;
        final int[] rows;
        final int[] locks;
        /** Which shards are involved, one bit each. */
        final long shards;

        final int coordinator;
        /** Whom the query processor holds to lead the coordinator's shard, and under which epoch. */
        final Adjudicator coordinatorLeader;

        final long coordinatorEpoch;
        final long validUntil;

        Certify(
                QueryProcessor.Session session,
                long serial,
                long attempt,
                int tryNumber,
                int round,
                long start,
                int[] rows,
                int[] locks,
                long shards,
                Adjudicator coordinatorLeader,
                long coordinatorEpoch,
                long validUntil) {
            this.session = session;
            this.serial = serial;
            this.attempt = attempt;
            this.tryNumber = tryNumber;
            this.round = round;
            this.start = start;
            this.rows = rows;
            this.locks = locks;
            this.shards = shards;
            this.coordinator = Long.numberOfTrailingZeros(shards);
            this.coordinatorLeader = coordinatorLeader;
            this.coordinatorEpoch = coordinatorEpoch;
            this.validUntil = validUntil;
        }

        boolean single() {
            return (shards & (shards - 1)) == 0;
        }

        @Override
        protected void deliver() {
            to.onCertify(this);
        }

        @Override
        protected void describe(Subject subject) {
            subject.attempt(attempt)
                    .says(single() ? "asks whether it may commit" : "asks for this shard's part of the commit");
        }

        @Override
        protected long identity() {
            return Randomness.key(attempt, round);
        }

        @Override
        protected int kind() {
            return Kinds.CERTIFY;
        }
    }

    /** A voter's word to the coordinator: yes with a candidate and how long the promise holds, or why not. */
    static final class Vote extends Message<Adjudicator> {
        final long attempt;
        final int tryNumber;
        final int shard;
        final long epoch;
        final long candidate;
        final long tauMax;
        final boolean busy;
        final Outcome refusal;
        final int round;

        Vote(Certify m, int shard, long epoch, long candidate, long tauMax, boolean busy, Outcome refusal) {
            this.attempt = m.attempt;
            this.tryNumber = m.tryNumber;
            this.round = m.round;
            this.shard = shard;
            this.epoch = epoch;
            this.candidate = candidate;
            this.tauMax = tauMax;
            this.busy = busy;
            this.refusal = refusal;
        }

        /** Who cast it; null when it is the coordinator's own. */
        Adjudicator voter() {
            return to == null ? null : (Adjudicator) from();
        }

        boolean yes() {
            return !busy && refusal == null;
        }

        @Override
        protected void deliver() {
            if (to.leader != null) {
                to.leader.certifier().onVote(this);
            }
        }

        @Override
        protected void describe(Subject subject) {
            subject.attempt(attempt)
                    .says(
                            yes()
                                    ? "promises its shard's part"
                                    : busy
                                            ? "can't promise yet: another promise is in the way"
                                            : "votes no: " + refusal.label());
        }

        @Override
        protected long identity() {
            return Randomness.key(attempt, round * 64L + shard);
        }

        @Override
        protected int kind() {
            return Kinds.VOTE;
        }
    }

    /** The coordinator appended the transaction: the promise becomes a commit at {@code timestamp}. */
    static final class GoAhead extends Message<Adjudicator> {
        final long attempt;
        final int tryNumber;
        final long timestamp;
        final long coordinatorEpoch;

        GoAhead(long attempt, int tryNumber, long timestamp, long coordinatorEpoch) {
            this.attempt = attempt;
            this.tryNumber = tryNumber;
            this.timestamp = timestamp;
            this.coordinatorEpoch = coordinatorEpoch;
        }

        @Override
        protected void deliver() {
            if (to.leader != null) {
                to.leader.certifier().onGoAhead(this);
            }
        }

        @Override
        protected void describe(Subject subject) {
            subject.attempt(attempt).says("tells: it is decided, keep the promise");
        }

        @Override
        protected long identity() {
            return Randomness.key(attempt, tryNumber);
        }

        @Override
        protected int kind() {
            return Kinds.GO_AHEAD;
        }
    }

    /** The coordinator abandoned a try: its promises may go. */
    static final class ReleasePromise extends Message<Adjudicator> {
        final long attempt;
        final int tryNumber;
        final long coordinatorEpoch;
        /** The commit timestamp that some vote did not reach to: candidates of a later try start above it; -1 if that was not why. */
        final long missed;

        ReleasePromise(long attempt, int tryNumber, long coordinatorEpoch, long missed) {
            this.attempt = attempt;
            this.tryNumber = tryNumber;
            this.coordinatorEpoch = coordinatorEpoch;
            this.missed = missed;
        }

        @Override
        protected void deliver() {
            if (to.leader != null) {
                to.leader.certifier().onReleasePromise(this);
            }
        }

        @Override
        protected void describe(Subject subject) {
            subject.attempt(attempt).says("releases the promise of this try");
        }

        @Override
        protected long identity() {
            return Randomness.key(attempt, -tryNumber);
        }

        @Override
        protected int kind() {
            return Kinds.RELEASE_PROMISE;
        }
    }

    /** A replica has everything up to a sequence number on disk, under a log epoch. */
    static final class Appended extends Message<Adjudicator> {
        private final int member;
        private final long epoch;
        private final long through;

        Appended(int member, long epoch, long through) {
            this.member = member;
            this.epoch = epoch;
            this.through = through;
        }

        @Override
        protected void deliver() {
            if (to.leader != null) {
                to.leader.onAppended(member, epoch, through);
            }
        }

        @Override
        protected void describe(Subject subject) {
            subject.entries(from().shard, through, through).says("has it on disk");
        }

        @Override
        protected long identity() {
            return Randomness.key(through, epoch + ((long) member << 48));
        }

        @Override
        protected int kind() {
            return Kinds.APPENDED;
        }
    }

    /** A replica answers a keep-alive: where its log stands, and the highest lease it granted (or -1). */
    static final class KeepAliveDone extends Message<Adjudicator> {
        final int member;
        final long epoch;
        final long sentAt;
        final long logEpoch;
        final long last;
        final long granted;
        final boolean lowered;

        KeepAliveDone(int member, long epoch, long sentAt, long logEpoch, long last, long granted, boolean lowered) {
            this.member = member;
            this.epoch = epoch;
            this.sentAt = sentAt;
            this.logEpoch = logEpoch;
            this.last = last;
            this.granted = granted;
            this.lowered = lowered;
        }

        @Override
        protected void deliver() {
            if (to.leader != null) {
                to.leader.onKeepAliveDone(this);
            }
        }

        @Override
        protected boolean ephemeral() {
            return !lowered;
        }

        @Override
        protected long identity() {
            return Randomness.key(sentAt, epoch);
        }

        @Override
        protected int kind() {
            return Kinds.KEEP_ALIVE_DONE;
        }
    }

    /** A replica refuses: it granted a higher epoch, or it hears its leader. */
    static final class Refusal extends Message<Adjudicator> {
        private final int member;
        private final long asked;
        private final long granted;
        private final boolean leaderAlive;

        Refusal(int member, long asked, long granted, boolean leaderAlive) {
            this.member = member;
            this.asked = asked;
            this.granted = granted;
            this.leaderAlive = leaderAlive;
        }

        @Override
        protected void deliver() {
            if (to.leader != null && granted > to.leader.epoch() && !leaderAlive) {
                to.leader.onSuperseded(granted);
            } else {
                to.election.onRefusal(granted, leaderAlive);
            }
        }

        @Override
        protected boolean ephemeral() {
            return true;
        }

        @Override
        protected long identity() {
            return Randomness.key(asked, granted * 8 + member);
        }

        @Override
        protected int kind() {
            return Kinds.REFUSAL;
        }
    }

    /** A replica grants an epoch, with its log and the highest lease it ever granted. */
    static final class Grant extends Message<Adjudicator> {
        final int member;
        final long epoch;
        final long logEpoch;
        final Log log;
        final long lease;

        Grant(int member, long epoch, long logEpoch, Log log, long lease) {
            this.member = member;
            this.epoch = epoch;
            this.logEpoch = logEpoch;
            this.log = log;
            this.lease = lease;
        }

        @Override
        protected void deliver() {
            to.election.onGrant(this);
        }

        @Override
        protected long identity() {
            return Randomness.key(epoch, member);
        }

        @Override
        protected int kind() {
            return Kinds.GRANT;
        }
    }

    /** A replica has taken the leader's log over, on disk. */
    static final class Adopted extends Message<Adjudicator> {
        private final int member;
        private final long epoch;
        private final long last;
        private final long lease;

        Adopted(int member, long epoch, long last, long lease) {
            this.member = member;
            this.epoch = epoch;
            this.last = last;
            this.lease = lease;
        }

        @Override
        protected void deliver() {
            if (to.leader != null) {
                to.leader.onAdopted(member, epoch, last, lease);
            }
        }

        @Override
        protected long identity() {
            return Randomness.key(epoch, last);
        }

        @Override
        protected int kind() {
            return Kinds.ADOPTED;
        }
    }

    /** A learner has been handed the whole log, and waits to be told that a quorum without it has confirmed the epoch. */
    static final class Learned extends Message<Adjudicator> {
        private final int member;
        private final long epoch;

        Learned(int member, long epoch) {
            this.member = member;
            this.epoch = epoch;
        }

        @Override
        protected void deliver() {
            if (to.leader != null) {
                to.leader.onLearned(member, epoch);
            }
        }

        @Override
        protected long identity() {
            return Randomness.key(epoch, member);
        }

        @Override
        protected int kind() {
            return Kinds.LEARNER_DONE;
        }
    }

    /** The leader tells a standby that it is there. */
    static final class LeaderHeard extends Message<Adjudicator> {
        private final Adjudicator leader;
        private final long epoch;
        private final long lease;
        private final long sentAt;

        LeaderHeard(Adjudicator leader, long epoch, long lease, long sentAt) {
            this.leader = leader;
            this.epoch = epoch;
            this.lease = lease;
            this.sentAt = sentAt;
        }

        @Override
        protected void deliver() {
            if (to.leader != null && epoch > to.leader.epoch()) {
                to.stepDown();
            }
            if (to.leader == null) {
                to.election.heard(leader, epoch, lease);
            }
        }

        @Override
        protected boolean ephemeral() {
            return true;
        }

        @Override
        protected long identity() {
            return Randomness.key(sentAt, epoch);
        }

        @Override
        protected int kind() {
            return Kinds.LEADER_HEARD;
        }
    }

    /** To a leader: hand the shard over to a standby. To a standby: take it over from that epoch. */
    static final class HandOver extends Message<Adjudicator> {
        private final Adjudicator target;
        private final long fromEpoch;

        HandOver(Adjudicator target, long fromEpoch) {
            this.target = target;
            this.fromEpoch = fromEpoch;
        }

        @Override
        protected void deliver() {
            if (target == to) {
                to.election.stand(fromEpoch);
            } else if (to.leader != null) {
                to.leader.handOver(target);
            }
        }

        @Override
        protected long identity() {
            return Randomness.key(fromEpoch, target.id);
        }

        @Override
        protected int kind() {
            return Kinds.HAND_OVER;
        }
    }
}
