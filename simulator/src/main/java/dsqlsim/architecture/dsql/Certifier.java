package dsqlsim.architecture.dsql;

import dsqlsim.kernel.LongObjectMap;
import dsqlsim.ledger.PlantedBug;
import dsqlsim.txn.Outcome;
import dsqlsim.world.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The decisions of one leader's term: conflict or commit, alone or by vote with other shards, and the commit timestamp.
 *
 * <p>A transaction that can't be decided yet waits aside: its start passes the lease or the first floor, or it conflicts with an append
 * that is not decided itself.
 */
final class Certifier {
    private static final long REMEMBER_AT_LEAST = 60_000_000_000L;
    private static final long BALLOT_GRACE = 1_000_000_000L;
    private static final long PROMISE_AT_LEAST = 20_000_000L;
    private static final int[] NONE = {};

    private final Adjudicator self;
    private final Leader leader;
    private final World world;
    private final Config config;
    private final Layout layout;
    private final int shard;

    private final Promises promises = new Promises();
    private final LongObjectMap<Ballot> ballots = new LongObjectMap<>();
    private final ArrayDeque<Ballot> openBallots = new ArrayDeque<>();
    private final long ballotsKept;
    private final Recent<Entry> committed;
    private final Recent<Vote> refused;
    private List<Certify> aside = new ArrayList<>();
    private List<Certify> retrying = new ArrayList<>();

    /** What the last look at the rows found. */
    private enum Look {
        FREE,
        CONFLICT,
        UNDECIDED,
        BUSY
    }

    private Promised blocker;
    private boolean inRetry;
    private boolean retryAgain;

    Certifier(Adjudicator self, Leader leader) {
        this.self = self;
        this.leader = leader;
        this.world = self.world();
        this.config = self.config();
        this.layout = self.layout();
        this.shard = self.shard;
        long span = Math.max(REMEMBER_AT_LEAST, Math.min(config.commitRetryFor, Long.MAX_VALUE / 4) * 2);
        ballotsKept = Math.min(config.commitRetryFor, REMEMBER_AT_LEAST) + BALLOT_GRACE;
        committed = new Recent<>(span);
        refused = new Recent<>(span);
    }

    /** Knows the transactions of an adopted log again. */
    void remember(Log log) {
        for (long sequence = log.first(); sequence <= log.last(); sequence++) {
            committed.put(log.at(sequence).attempt, log.at(sequence), world.now());
        }
    }

    // ---- one request

    void certify(Certify m) {
        if (!leader.serving()) {
            aside.add(m);
            return;
        }
        if (!leader.deciding()) {
            world.send(self, m.session.host, new Verdict(m, shard, leader.epoch(), (Adjudicator) null));
            return;
        }
        if (m.coordinator == shard && answeredBefore(m)) {
            return;
        }
        long earliest = self.clock.earliest();
        if (!self.clock.usable()) {
            self.stepDown();
            return;
        }
        noteLie();
        if (earliest > m.validUntil) {
            return;
        }
        if (config.exceedsLimits(m.rows.length, earliest - m.start)) {
            refuse(m, Outcome.ABORTED_LIMIT);
            return;
        }
        if (m.start < earliest - config.conflictWindow || m.start < self.horizon()) {
            refuse(m, Outcome.ABORTED_SNAPSHOT_TOO_OLD);
            return;
        }
        if (m.start < leader.firstFloor() && !replayed()) {
            aside.add(m);
            return;
        }
        switch (look(m)) {
            case CONFLICT -> refuse(m, Outcome.ABORTED_OCC_DATA);
            case UNDECIDED -> aside.add(m);
            case BUSY -> busy(m);
            default -> admit(m, earliest);
        }
    }

    private void noteLie() {
        long error = self.clock.error();
        if (error > 0) {
            world.observer().clockLied(self.id, error, world.now());
        }
    }

    /** Whether all journals have passed the first floor, so that no earlier commit can be missing here. */
    private boolean replayed() {
        return self.complete() >= leader.firstFloor()
                || config.bug(PlantedBug.REPLAY_OWN_JOURNAL_ONLY)
                || config.bug(PlantedBug.PARTIAL_REPLAY);
    }

    private boolean answeredBefore(Certify m) {
        Entry entry = committed.get(m.attempt);
        if (entry != null && !config.bug(PlantedBug.RETRY_APPLIED_TWICE)) {
            leader.answerLater(m, entry);
            return true;
        }
        Vote earlier = refused.get(m.attempt);
        if (earlier != null) {
            answer(m, earlier.refusal);
            return true;
        }
        return false;
    }

    /** Looks at the rows of this shard: committed since the start, being decided, or promised to another. */
    private Look look(Certify m) {
        Look worst = Look.FREE;
        for (int i = 0; i < m.rows.length + m.locks.length; i++) {
            int row = i < m.rows.length ? m.rows[i] : m.locks[i - m.rows.length];
            if (layout.shardOf(row) != shard || config.bug(PlantedBug.NO_CONFLICT_CHECK) && row % 8 == 0) {
                continue;
            }
            long last = self.table.last(row);
            if (last > m.start) {
                if (!undecided(last)) {
                    return Look.CONFLICT;
                }
                worst = Look.UNDECIDED;
            }
            Promised promise = promises.on(row);
            if (promise != null && promise.attempt != m.attempt) {
                if (promise.committedAt >= 0) {
                    worst = Look.UNDECIDED;
                } else if (worst == Look.FREE) {
                    worst = Look.BUSY;
                    blocker = promise;
                }
            }
        }
        return worst;
    }

    private boolean undecided(long timestamp) {
        for (Pending each : leader.undecided()) {
            if (each.entry.timestamp == timestamp) {
                return true;
            }
        }
        return false;
    }

    private void admit(Certify m, long earliest) {
        long own = m.single() || !config.bug(PlantedBug.NO_FLOOR_IN_VOTE) ? leader.floor() + 1 : 0;
        long candidate = Math.max(Math.max(earliest + leader.lead(), own), m.start + 1);
        boolean pastLease = candidate > leader.lease();
        if (pastLease && (m.single() || !config.bug(PlantedBug.VOTE_PAST_LEASE))) {
            aside.add(m);
            return;
        }
        if (m.single()) {
            Entry entry = leader.append(m, candidate);
            committed.put(m.attempt, entry, world.now());
        } else {
            vote(m, candidate);
        }
    }

    /** Notes an own append in the conflict table; returns what stood there before, for the rows of this shard. */
    long[] recordOwn(Entry entry) {
        long[] before = new long[entry.rows.length + entry.locks.length];
        for (int i = 0; i < before.length; i++) {
            int row = i < entry.rows.length ? entry.rows[i] : entry.locks[i - entry.rows.length];
            if (layout.shardOf(row) == shard) {
                before[i] = self.table.last(row);
                self.table.record(row, entry.timestamp);
            }
        }
        return before;
    }

    /** Takes an append back that was never decided, unless the merged stream has passed it. */
    void undo(Pending pending) {
        Entry entry = pending.entry;
        if (pending.before == null || self.complete() >= entry.timestamp) {
            return;
        }
        for (int i = pending.before.length - 1; i >= 0; i--) {
            int row = i < entry.rows.length ? entry.rows[i] : entry.locks[i - entry.rows.length];
            if (layout.shardOf(row) == shard && self.table.last(row) == entry.timestamp) {
                self.table.set(row, pending.before[i]);
            }
        }
    }

    private void refuse(Certify m, Outcome why) {
        Vote no = new Vote(m, shard, leader.epoch(), 0, 0, false, why);
        if (m.single()) {
            refused.put(m.attempt, no, world.now());
            answer(m, why);
        } else {
            tell(m, no);
        }
    }

    private void answer(Certify m, Outcome why) {
        world.send(self, m.session.host, new Verdict(m, shard, leader.epoch(), why));
    }

    /** A live promise to another transaction is no conflict: this one tries again, or waits if it is the lower one. */
    private void busy(Certify m) {
        if (m.single()) {
            abandoned(m);
        } else if (blocker.lowerThan(m.start, m.attempt)) {
            tell(m, new Vote(m, shard, leader.epoch(), 0, 0, true, null));
        } else {
            aside.add(m);
        }
    }

    private void abandoned(Certify m) {
        world.send(self, m.session.host, Verdict.abandoned(m, shard, leader.epoch()));
    }

    // ---- voting

    private void vote(Certify m, long candidate) {
        Promised earlier = promises.of(m.attempt);
        if (earlier != null && earlier.tryNumber > m.tryNumber) {
            return;
        }
        if (earlier != null && earlier.committedAt >= 0) {
            aside.add(m);
            return;
        }
        if (earlier != null && earlier.tryNumber < m.tryNumber && earlier.committedAt < 0) {
            promises.remove(earlier);
            earlier = null;
        }
        if (earlier == null) {
            long tauMax = promiseUntil(m, candidate);
            earlier = new Promised(m.attempt, m.tryNumber, m.start, ownRows(m), candidate, tauMax, m.coordinatorEpoch);
            if (m.coordinator != shard || !config.bug(PlantedBug.NO_RECHECK)) {
                promises.add(earlier);
            }
            leader.noteTauMax(tauMax);
        }
        earlier.coordinatorEpoch = Math.max(earlier.coordinatorEpoch, m.coordinatorEpoch);
        tell(m, new Vote(m, shard, leader.epoch(), earlier.candidate, earlier.tauMax, false, null));
    }

    private long promiseUntil(Certify m, long candidate) {
        long timeout = config.promiseTimeout;
        if (config.autoPromiseTimeout) {
            long oneWay = m.coordinatorLeader == null || m.coordinatorLeader == self
                    ? farthest(m.shards)
                    : world.nominalDelay(self, m.coordinatorLeader);
            timeout = PROMISE_AT_LEAST + 4 * oneWay;
        }
        long until = timeout > Long.MAX_VALUE - candidate ? Long.MAX_VALUE : candidate + timeout;
        return config.bug(PlantedBug.VOTE_PAST_LEASE) ? until : Math.min(until, leader.lease());
    }

    /** How long this leader promises at most when nothing is wrong, in nanoseconds; without other shards never. */
    long usualPromise() {
        return layout.shards == 1 ? 0 : PROMISE_AT_LEAST + 4 * farthest(-1);
    }

    /** One-way delay to the farthest place from which another of these shards may be led now, in nanoseconds. */
    private long farthest(long shards) {
        long farthest = 0;
        for (int other = 0; other < layout.shards; other++) {
            if (other != shard && (shards >>> other & 1) != 0) {
                farthest = Math.max(farthest, world.nominalDelay(self, layout.preferred(other)));
            }
        }
        return farthest;
    }

    private int[] ownRows(Certify m) {
        int count = 0;
        for (int row : m.rows) {
            count += layout.shardOf(row) == shard ? 1 : 0;
        }
        for (int row : m.locks) {
            count += layout.shardOf(row) == shard ? 1 : 0;
        }
        if (count == 0) {
            return NONE;
        }
        int[] own = new int[count];
        int i = 0;
        for (int row : m.rows) {
            if (layout.shardOf(row) == shard) {
                own[i++] = row;
            }
        }
        for (int row : m.locks) {
            if (layout.shardOf(row) == shard) {
                own[i++] = row;
            }
        }
        return own;
    }

    private void tell(Certify m, Vote vote) {
        if (m.coordinator == shard) {
            Ballot ballot = ballot(m.attempt, m.tryNumber);
            if (ballot != null && ballot.closed) {
                abandoned(m);
            } else if (ballot != null) {
                ballot.request = m;
                ballot.count(vote);
                decide(ballot);
            }
        } else if (m.coordinatorLeader != null) {
            world.send(self, m.coordinatorLeader, vote);
        }
    }

    void onVote(Vote vote) {
        if (!leader.serving()) {
            return;
        }
        Entry entry = committed.get(vote.attempt);
        if (entry != null) {
            goAhead(vote.voter(), vote.attempt, vote.tryNumber, entry.timestamp);
            return;
        }
        Ballot ballot = ballot(vote.attempt, vote.tryNumber);
        if (ballot == null || ballot.closed) {
            release(vote.voter(), vote.attempt, vote.tryNumber, -1);
        } else {
            ballot.count(vote);
            decide(ballot);
        }
    }

    /** The ballot of a try, opened when needed; null when a later try is under way. */
    private Ballot ballot(long attempt, int tryNumber) {
        Ballot ballot = ballots.get(attempt);
        if (ballot != null && ballot.tryNumber > tryNumber) {
            return null;
        }
        if (ballot == null || ballot.tryNumber < tryNumber) {
            ballot = new Ballot(attempt, tryNumber, world.now());
            ballots.put(attempt, ballot);
            openBallots.add(ballot);
        }
        return ballot;
    }

    private void decide(Ballot ballot) {
        if (ballot.request == null) {
            return;
        }
        if (ballot.no != null) {
            giveUp(ballot);
        } else if (ballot.complete()) {
            commit(ballot);
        }
    }

    private void commit(Ballot ballot) {
        Certify m = ballot.request;
        long above = config.bug(PlantedBug.NO_FLOOR_IN_VOTE) ? 0 : leader.floor() + 1;
        long timestamp = Math.max(ballot.candidate, above);
        boolean expired = timestamp > ballot.tauMax && !config.bug(PlantedBug.NO_TAU_MAX);
        boolean late = self.clock.earliest() > m.validUntil;
        boolean overtaken = !config.bug(PlantedBug.NO_RECHECK) && ownRowsCommittedSince(m);
        boolean pastLease = timestamp > leader.lease() && !config.bug(PlantedBug.VOTE_PAST_LEASE);
        if (expired) {
            world.observer().happened("promise-expired", self.id, shard, leader.epoch(), world.now());
        }
        if (expired || late || overtaken || pastLease || !leader.deciding()) {
            ballot.missed = expired ? timestamp : -1;
            giveUp(ballot);
            return;
        }
        Promised own = promises.of(m.attempt);
        if (own != null) {
            promises.remove(own);
        }
        ballots.remove(m.attempt);
        Entry entry = leader.append(m, timestamp);
        committed.put(m.attempt, entry, world.now());
        for (Adjudicator voter : ballot.voters) {
            goAhead(voter, m.attempt, m.tryNumber, timestamp);
        }
    }

    private void goAhead(Adjudicator voter, long attempt, int tryNumber, long timestamp) {
        world.send(self, voter, new GoAhead(attempt, tryNumber, timestamp, leader.epoch()));
    }

    private void release(Adjudicator voter, long attempt, int tryNumber, long missed) {
        world.send(self, voter, new ReleasePromise(attempt, tryNumber, leader.epoch(), missed));
    }

    private boolean ownRowsCommittedSince(Certify m) {
        for (int row : m.rows) {
            if (layout.shardOf(row) == shard && self.table.last(row) > m.start) {
                return true;
            }
        }
        for (int row : m.locks) {
            if (layout.shardOf(row) == shard && self.table.last(row) > m.start) {
                return true;
            }
        }
        return false;
    }

    private void giveUp(Ballot ballot) {
        Certify m = ballot.request;
        ballot.closed = true;
        Promised own = promises.of(m.attempt);
        if (own != null && own.tryNumber == m.tryNumber && own.committedAt < 0) {
            promises.remove(own);
        }
        for (Adjudicator voter : ballot.voters) {
            release(voter, m.attempt, m.tryNumber, ballot.missed);
        }
        reach(ballot.missed);
        if (ballot.no != null && ballot.no.refusal != null) {
            refused.put(m.attempt, ballot.no, world.now());
            answer(m, ballot.no.refusal);
        } else {
            abandoned(m);
        }
        retry();
    }

    void onGoAhead(GoAhead m) {
        Promised promise = promises.of(m.attempt);
        boolean current = promise != null && m.coordinatorEpoch >= promise.coordinatorEpoch;
        if (current && promise.tryNumber == m.tryNumber && promise.committedAt < 0) {
            promises.committed(promise, m.timestamp);
            leader.raiseFloor(Math.min(m.timestamp, leader.lease()));
            onStream();
        }
    }

    void onReleasePromise(ReleasePromise m) {
        Promised promise = promises.of(m.attempt);
        if (promise != null
                && promise.tryNumber <= m.tryNumber
                && promise.committedAt < 0
                && m.coordinatorEpoch >= promise.coordinatorEpoch) {
            promises.remove(promise);
            reach(m.missed);
            retry();
        }
    }

    /** Leaders whose leads differ much would abandon every try: the next one starts where this one should have ended. */
    private void reach(long missed) {
        if (leader.deciding()) {
            leader.raiseFloor(Math.min(missed, leader.lease()));
        }
    }

    // ---- what waits aside

    void onStream() {
        boolean settled = promises.settle(self.complete());
        if (config.bug(PlantedBug.FORGET_PROMISE)) {
            settled |= promises.settle(self.clock.earliest());
        }
        if (settled || !aside.isEmpty()) {
            retry();
        }
    }

    /** Looks again at everything that waits aside. */
    void retry() {
        if (inRetry) {
            retryAgain = true;
            return;
        }
        inRetry = true;
        do {
            retryAgain = false;
            retryOnce();
        } while (retryAgain);
        inRetry = false;
    }

    private void retryOnce() {
        if (aside.isEmpty() || !leader.serving()) {
            return;
        }
        List<Certify> due = aside;
        aside = retrying;
        retrying = due;
        for (int i = 0; i < due.size(); i++) {
            certify(due.get(i));
        }
        due.clear();
    }

    /** Forgets ballots of which nothing can come any more: until then a try that was abandoned stays abandoned. */
    void sweep() {
        long before = world.now() - ballotsKept;
        while (!openBallots.isEmpty() && openBallots.peek().openedAt < before) {
            Ballot stale = openBallots.poll();
            if (ballots.get(stale.attempt) == stale) {
                ballots.remove(stale.attempt);
            }
        }
    }
}
