package dsqlsim.architecture.dsql;

import dsqlsim.ledger.PlantedBug;
import dsqlsim.txn.Outcome;
import dsqlsim.world.World;
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

    private final Adjudicator self;
    private final Leader leader;
    private final World world;
    private final Config config;
    private final Layout layout;
    private final int shard;

    private final Promises promises = new Promises();
    private final PromiseTime promiseTime;
    private final Coordination coordination;
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
    /** What the merged stream has to pass for another shard's commit to be seen here, or -1. */
    private long decidedAfter;

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
        promiseTime = new PromiseTime(self);
        coordination = new Coordination(self, leader, this, promises);
        committed = new Recent<>(span);
        refused = new Recent<>(span);
    }

    /** Knows the transactions of an adopted log again. */
    void remember(Log log) {
        for (long sequence = log.first(); sequence <= log.last(); sequence++) {
            committed.put(log.at(sequence).attempt, log.at(sequence), world.now());
        }
    }

    /** What decides transactions of several shards that this one coordinates. */
    Coordination coordination() {
        return coordination;
    }

    /** The entry of a transaction that is in the log, or null. */
    Entry committed(long attempt) {
        return committed.get(attempt);
    }

    void noteCommitted(Entry entry) {
        committed.put(entry.attempt, entry, world.now());
    }

    void noteRefused(Vote no) {
        refused.put(no.attempt, no, world.now());
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
            await(m, leader.firstFloor());
            return;
        }
        switch (look(m)) {
            case CONFLICT -> refuse(m, Outcome.ABORTED_OCC_DATA);
            case UNDECIDED -> await(m, decidedAfter);
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
            leader.acknowledgements().later(m, entry);
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
        decidedAfter = -1;
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
                    decidedAfter = promise.committedAt;
                } else if (worst == Look.FREE) {
                    worst = Look.BUSY;
                    blocker = promise;
                }
            }
        }
        return worst;
    }

    private boolean undecided(long timestamp) {
        for (Pending each : leader.acknowledgements().undecided()) {
            if (each.entry.timestamp == timestamp) {
                return true;
            }
        }
        return false;
    }

    /** Waits until all journals have passed a time, or with -1 for this one; continuous promises come when somebody waits for one. */
    private void await(Certify m, long passed) {
        aside.add(m);
        if (passed >= 0 && config.continuousPromises()) {
            layout.promiseReaching(passed);
        }
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
            noteCommitted(entry);
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
            noteRefused(no);
            answer(m, why);
        } else {
            tell(m, no);
        }
    }

    void answer(Certify m, Outcome why) {
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

    void abandoned(Certify m) {
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
            long tauMax = promiseTime.until(m, candidate, leader.lease());
            earlier = new Promised(
                    m.attempt, m.tryNumber, m.start, m.rowsOn(shard, layout), candidate, tauMax, m.coordinatorEpoch);
            if (m.coordinator != shard || !config.bug(PlantedBug.NO_RECHECK)) {
                promises.add(earlier);
            }
            leader.noteTauMax(tauMax);
        }
        earlier.coordinatorEpoch = Math.max(earlier.coordinatorEpoch, m.coordinatorEpoch);
        tell(m, new Vote(m, shard, leader.epoch(), earlier.candidate, earlier.tauMax, false, null));
    }

    private void tell(Certify m, Vote vote) {
        if (m.coordinator == shard) {
            coordination.onOwnVote(m, vote);
        } else if (m.coordinatorLeader != null) {
            world.send(self, m.coordinatorLeader, vote);
        }
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
    void reach(long missed) {
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
}
