package dsqlsim.architecture.dsql;

import dsqlsim.kernel.LongObjectMap;
import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.Station;
import dsqlsim.ledger.PlantedBug;
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
final class Adjudicator extends DsqlNode implements Subscriber {
    private static final long RESYNC_AGAIN = 20_000_000L;

    /** The journal replica it stands beside. */
    final Journal journal;

    final Election election;
    private final Station station;
    /** What waits for its decision, by attempt: a re-send of it adds no work, nor does a later try. */
    private LongObjectMap<Certify> underCheck = new LongObjectMap<>();

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

    /** Says that it leads. */
    void tellStandbys(long epoch, long lease) {
        for (Adjudicator each : layout.adjudicators[shard]) {
            if (each != this && !membership.silentTowards(each.region)) {
                world.sendAlongside(this, each, new LeaderHeard(this, epoch, lease, world.now()));
            }
        }
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
            send(from, new Resync(this, complete));
            resyncTimer.set(RESYNC_AGAIN);
        }
    }

    // ---- commits

    void onCertify(Certify m) {
        Certify same = underCheck.get(m.attempt);
        if (same != null) {
            if (m.tryNumber > same.tryNumber) {
                underCheck.put(m.attempt, m); // Nobody counts votes on an abandoned try: this one takes its turn.
            }
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

    void decide(Certify m) {
        Certify newest = underCheck.get(m.attempt);
        if (newest == null) {
            newest = m;
        } else {
            underCheck.remove(m.attempt);
        }
        if (leader == null) {
            send(newest.session.host, new Verdict(newest, shard, election.knownEpoch(), election.knownLeader()));
        } else {
            leader.certifier().certify(newest);
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
        underCheck = new LongObjectMap<>();
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
}
