package dsqlsim.architecture.dsql;

import dsqlsim.kernel.LongObjectMap;
import dsqlsim.ledger.PlantedBug;
import dsqlsim.world.World;
import java.util.ArrayDeque;

/** The coordinator's part in transactions of several shards: it collects votes, and commits into its own journal or abandons the try. */
final class Coordination {
    private static final long REMEMBER_AT_MOST = 60_000_000_000L;
    private static final long BALLOT_GRACE = 1_000_000_000L;

    private final Adjudicator self;
    private final Leader leader;
    private final Certifier certifier;
    private final Promises promises;
    private final World world;
    private final Config config;
    private final Layout layout;
    private final int shard;
    private final LongObjectMap<Ballot> ballots = new LongObjectMap<>();
    private final ArrayDeque<Ballot> openBallots = new ArrayDeque<>();
    private final long ballotsKept;

    Coordination(Adjudicator self, Leader leader, Certifier certifier, Promises promises) {
        this.self = self;
        this.leader = leader;
        this.certifier = certifier;
        this.promises = promises;
        this.world = self.world();
        this.config = self.config();
        this.layout = self.layout();
        this.shard = self.shard;
        ballotsKept = Math.min(config.commitRetryFor, REMEMBER_AT_MOST) + BALLOT_GRACE;
    }

    /** The leader's vote on what it coordinates itself. */
    void onOwnVote(Certify m, Vote vote) {
        Ballot ballot = ballot(m.attempt, m.tryNumber);
        if (ballot != null && ballot.closed) {
            certifier.abandoned(m);
        } else if (ballot != null) {
            ballot.request = m;
            ballot.count(vote);
            decide(ballot);
        }
    }

    void onVote(Vote vote) {
        if (!leader.serving()) {
            return;
        }
        Entry entry = certifier.committed(vote.attempt);
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
        certifier.noteCommitted(entry);
        for (Adjudicator voter : ballot.voters) {
            goAhead(voter, m.attempt, m.tryNumber, timestamp);
        }
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
        certifier.reach(ballot.missed);
        if (ballot.no != null && ballot.no.refusal != null) {
            certifier.noteRefused(ballot.no);
            certifier.answer(m, ballot.no.refusal);
        } else {
            certifier.abandoned(m);
        }
        certifier.retry();
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
