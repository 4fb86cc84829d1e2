package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Timer;

/**
 * How a standby comes to lead: it hears nothing for a timeout, asks its own replica for the next epoch, then the others, and with a
 * quorum of grants takes over the newest log among them. If its own replica lost its disk it asks the others alone.
 */
final class Election {
    /** So often a standby stands again at the usual intervals; then each is twice the last, up to 8 times the usual. */
    private static final int VAIN_AT_ONCE = 4;

    private static final int PATIENCE_MAX = 3;

    private final Adjudicator self;
    private final Config config;
    private final Timer timer;
    private final Timer electedTimer;

    private long knownEpoch = 1;
    private Adjudicator knownLeader;
    private long knownLease;
    private long heardAt;
    private long hearings;
    private long deadline;
    private long dueAt;

    private long epoch;
    private boolean standing;
    /** A leader that a replica refused for a higher epoch: it stands above that until it has won or makes way. */
    private boolean succeedsItself;
    /** Candidacies since it last heard a leader. */
    private int vain;

    /** The epoch that a quorum granted, until it is led; else 0. */
    private long won;

    private long handedOverFrom;
    private boolean[] granted;
    private Log bestLog;
    private long bestLogEpoch;
    private long highestLease;

    Election(Adjudicator self) {
        this.self = self;
        this.config = self.config();
        this.timer = new Timer(self, Kinds.TIMER, this::onTimer);
        this.electedTimer = new Timer(self, Kinds.TIMER, this::onElected);
    }

    /** Starts to listen for a leader that is known from the start. */
    void begin(Adjudicator first, long lease) {
        knownLeader = first;
        knownLease = lease;
        hearAfresh();
    }

    long knownEpoch() {
        return knownEpoch;
    }

    Adjudicator knownLeader() {
        return knownLeader;
    }

    void knowOwn(long own) {
        knownEpoch = Math.max(knownEpoch, own);
        knownLeader = self;
    }

    /** Listens anew, as after a restart. */
    void hearAfresh() {
        heardAt = self.world().now();
        if (config.electOnLease) {
            long phase = Randomness.below(self.drawBits(11, 0), Math.max(1, config.pollInterval));
            timer.set(phase);
        } else {
            postpone();
            listen();
        }
    }

    void heard(Adjudicator leader, long leaderEpoch, long lease) {
        if (leaderEpoch < knownEpoch) {
            return;
        }
        knownEpoch = leaderEpoch;
        knownLeader = leader;
        knownLease = lease;
        heardAt = self.world().now();
        vain = 0;
        if (standing && leaderEpoch >= epoch) {
            abandon();
        }
        postpone();
    }

    /** Draws a new timeout from now; longer after candidacies in vain, as of one whom a cut keeps from a leader that all others hear. */
    void postpone() {
        long bits = self.drawBits(12, hearings++);
        long timeout = config.electionMin + Randomness.below(bits, config.electionMax - config.electionMin + 1);
        int patience = Math.min(PATIENCE_MAX, Math.max(0, vain - VAIN_AT_ONCE));
        deadline = self.world().now() + (timeout << patience);
        if (deadline < dueAt && timer.pending() && !config.electOnLease) {
            listen();
        }
    }

    /** The alarm may ring before the deadline, and is then set anew, but never after it. */
    private void listen() {
        dueAt = deadline;
        timer.set(deadline - self.world().now());
    }

    void abandon() {
        standing = false;
        succeedsItself = false;
        won = 0;
        electedTimer.cancel();
    }

    /** The leader's region was voted out: whoever waited for it stands soon, one a little after the other. */
    void onMembership() {
        if (self.membership().evicted() >= 0
                && knownLeader.region == self.membership().evicted()) {
            long stagger = Randomness.below(
                    self.drawBits(14, self.membership().epoch()), Math.max(1, config.electionMax - config.electionMin));
            deadline =
                    Math.max(self.world().now(), Math.min(deadline, self.world().now() + stagger));
            listen();
        }
    }

    private void onTimer() {
        if (self.leader() != null) {
            if (succeedsItself && won == 0) {
                standAgain();
            }
            return;
        }
        if (won > 0) {
            postpone(); // It takes over: to stand again would give up what was won.
            listen();
            return;
        }
        if (config.electOnLease) {
            poll();
            return;
        }
        long now = self.world().now();
        if (now >= deadline) {
            if (mayStand()) {
                stand(0);
            }
            postpone();
        }
        listen();
    }

    /** Looks whether the lease is over. The standbys take turns, lest they split the votes: each gives those before it one more interval. */
    private void poll() {
        long turn = config.pollInterval > 0 ? config.pollInterval : config.electionMin;
        long over = Math.max(knownLease, self.journal.grantedLease()) + turn * standbysBefore();
        boolean due = self.clock.earliest() > over;
        if (due && mayStand()) {
            stand(0);
        }
        timer.set(config.pollInterval > 0 ? config.pollInterval : due ? turn : self.clock.untilEarliestExceeds(over));
    }

    /** How many standbys of this region come between the leader and this one. */
    private int standbysBefore() {
        Adjudicator[] all = self.layout().adjudicators[self.shard];
        int at = 0;
        while (all[at] != self) {
            at++;
        }
        int count = 0;
        for (int i = 1; i < all.length; i++) {
            Adjudicator before = all[(at - i + all.length) % all.length];
            if (before == knownLeader) {
                return count;
            }
            count += before.region == self.region ? 1 : 0;
        }
        return count;
    }

    /** Standbys of the other full region wait until the leader's region is evicted, or for much longer. */
    private boolean mayStand() {
        if (!self.membership().counts(self.region) && config.eviction) {
            return false;
        }
        return knownLeader.region == self.region
                || !self.membership().counts(knownLeader.region)
                || self.world().now() - heardAt >= config.takeoverTimeout;
    }

    /** Stands for the next epoch; {@code from} is the epoch of a leader that hands over, or 0. */
    void stand(long from) {
        abandon();
        epoch = Math.max(Math.max(knownEpoch, epoch), self.journal.grantedEpoch()) + 1;
        standing = true;
        handedOverFrom = from;
        granted = new boolean[self.members().length];
        bestLog = null;
        bestLogEpoch = -1;
        highestLease = 0;
        vain++;
        self.world()
                .observer()
                .happened("candidacy", self.id, self.shard, epoch, self.world().now());
        if (self.journal.learner()) {
            askOthers(); // It can't grant: else nobody of this region would stand until somebody leads again.
        } else {
            ask(self.journal);
        }
    }

    /** A leader that was refused for a higher epoch stands at once above it. */
    void standAbove(long grantedEpoch) {
        if (grantedEpoch > epoch) {
            epoch = grantedEpoch;
            standAgain();
        }
    }

    private void standAgain() {
        stand(0);
        succeedsItself = true;
        postpone();
        listen();
    }

    private void ask(Journal replica) {
        self.world().send(self, replica, new Candidacy(self, epoch, handedOverFrom));
    }

    private void askOthers() {
        for (Journal each : self.members()) {
            if (each != self.journal && self.counts(each.member)) {
                ask(each);
            }
        }
    }

    void onRefusal(long grantedEpoch, boolean leaderAlive) {
        if (grantedEpoch > epoch && !leaderAlive) {
            epoch = grantedEpoch;
            standing = false;
        }
    }

    void onGrant(Grant m) {
        if (!standing || m.epoch != epoch || granted[m.member]) {
            return;
        }
        granted[m.member] = true;
        if (m.logEpoch > bestLogEpoch || m.logEpoch == bestLogEpoch && m.log.last() > bestLog.last()) {
            bestLogEpoch = m.logEpoch;
            bestLog = m.log;
        }
        highestLease = Math.max(highestLease, m.lease);
        if (self.members()[m.member] == self.journal) {
            askOthers();
        }
        if (grants() >= config.quorum) {
            standing = false;
            won = epoch;
            electedTimer.set(config.electionTime.sample(self.drawBits(13, epoch)));
        }
    }

    private int grants() {
        int count = 0;
        for (int i = 0; i < granted.length; i++) {
            if (granted[i] && self.counts(i)) {
                count++;
            }
        }
        return count;
    }

    private void onElected() {
        long grantedEpoch = won; // A refusal may have raised the epoch to stand above since.
        won = 0;
        vain = 0;
        succeedsItself = false;
        if (grantedEpoch > knownEpoch) {
            long now = self.world().now();
            self.world().observer().happened("elected", self.id, self.shard, grantedEpoch, now);
            self.elected(grantedEpoch, bestLog, bestLogEpoch, highestLease);
        }
        bestLog = null;
    }
}
