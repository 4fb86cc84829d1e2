package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.ledger.PlantedBug;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * One replica of a shard's journal. It persists in sequence, acknowledges cumulatively, and fences: it follows the leader of the
 * highest epoch it granted or was told of, and no other.
 *
 * <p>Durable are the log with its log epoch (the epoch of the leader whose log it holds), the epochs and leases granted, and the
 * membership. Words are persisted before they are answered.
 */
final class Journal extends DsqlNode {
    /** Index of this replica among its shard's members. */
    final int member;

    // ---- durable
    private Log log = new Log();
    private long logEpoch = 1;
    private long grantedEpoch = 1;
    private int grantedTo = -1;
    private long grantedLease;
    private boolean learner;

    /** When the present log was on disk as a whole, and what stood there before as long as that is ahead: a crash brings it back. */
    private long adoptedAt;

    private final List<Image> earlier = new ArrayList<>();

    private record Image(Log log, long epoch, long onDiskAt, boolean learner) {}

    private final JournalReports reports = new JournalReports(this);

    // ---- volatile
    private final List<Entry> early = new ArrayList<>();
    private long diskFreeAt;
    private long heardAt = Long.MIN_VALUE / 2;
    private int heardFrom = -1;
    private long settled;
    private double diskSlowness = 1;

    Journal(World world, Layout layout, String name, int region, int zone, int shard, int member) {
        super(world, layout, "journal", name, region, zone, shard);
        this.member = member;
    }

    /** How the shard starts: with an empty log under epoch 1, granted to its first leader. */
    void found(Adjudicator leader, long lease) {
        grantedTo = leader.id;
        grantedLease = lease;
        heardFrom = leader.id;
        heardAt = 0;
    }

    Log log() {
        return log;
    }

    /** The highest epoch that it granted. */
    long grantedEpoch() {
        return grantedEpoch;
    }

    /** Up to when it granted a lease, in nanoseconds. */
    long grantedLease() {
        return grantedLease;
    }

    long logEpoch() {
        return logEpoch;
    }

    boolean learner() {
        return learner;
    }

    /** Whether it follows a leader that it hears, and holds all that is settled. */
    boolean caughtUp() {
        return up() && !paused() && !learner && world.now() - heardAt < config.detect && log.last() >= settled;
    }

    void scaleDiskSlowness(double factor) {
        diskSlowness *= factor;
    }

    // ---- appends

    void onAppend(Append m) {
        if (!follows(m.leader, m.epoch)) {
            return;
        }
        settled = Math.max(settled, m.settled);
        long last = log.last();
        if (m.head == this) {
            spread(m);
        }
        if (m.more == null) {
            accept(m.entry);
        } else {
            for (Entry entry : m.more) {
                accept(entry);
            }
        }
        if (log.last() == last) {
            acknowledge(m, log.persistedThrough(world.now()), world.now());
        } else {
            long at = diskFreeAt;
            acknowledge(m, log.last(), at);
            if (log.last() == last + 1) {
                reports.report(log.at(log.last()), null, at);
            } else {
                reports.report(null, log.slice(last + 1, log.last()), at);
            }
        }
    }

    /** As the journal's head it hands on what the leader sent it. */
    private void spread(Append m) {
        for (Journal each : layout.journals[shard]) {
            if (each != this && !(membership.silentTowards(each.region) && config.eviction)) {
                send(each, m.copy());
            }
        }
    }

    private void accept(Entry entry) {
        if (entry.sequence == log.last() + 1) {
            store(entry);
            drainEarly();
        } else if (entry.sequence > log.last()) {
            early.add(entry);
        }
    }

    private void store(Entry entry) {
        log.append(entry, persist(entry.attempt, 1));
        log.dropUpTo(entry.timestamp - config.journalRetention);
    }

    private void drainEarly() {
        for (int i = 0; i < early.size(); i++) {
            if (early.get(i).sequence == log.last() + 1) {
                store(early.remove(i));
                i = -1;
            }
        }
        early.removeIf(entry -> entry.sequence <= log.last());
    }

    /** When what is written now will be on disk: writes complete in order. */
    private long persist(long identity, double share) {
        diskFreeAt = Math.max(diskFreeAt, world.now() + (long) (diskTime(identity) * share));
        return diskFreeAt;
    }

    /** How long one write takes: leases are words beside the log, and entries do not wait for them. */
    private long diskTime(long identity) {
        return (long) (slowed(config.persist.sample(draw(1, identity))) * diskSlowness);
    }

    private void acknowledge(Append m, long through, long at) {
        if (learner) {
            return;
        }
        long under = config.fencing ? logEpoch : m.epoch;
        if (m.head == null || m.head == this) {
            send(m.leader, new Appended(member, under, through), at);
        } else {
            send(m.head, new AppendedAtHead(m.leader, member, under, through), at);
        }
    }

    /** Whether this replica follows a leader that sends under an epoch; one that was superseded is told so. */
    private boolean follows(Adjudicator leader, long epoch) {
        if (!membership.counts(leader.region) && config.eviction && !config.bug(PlantedBug.TWO_WRITERS)) {
            return false;
        }
        if (!config.fencing && epoch < logEpoch) {
            return true; // Planted: a superseded leader is followed as if nobody had come after it.
        }
        if (epoch < grantedEpoch && config.fencing) {
            send(leader, new Refusal(member, epoch, grantedEpoch, false));
            return false;
        }
        return epoch == logEpoch;
    }

    /** Keep-alives count, which reach standbys too: a replica must not hold a leader for alive that its standby misses. */
    private void heard(Adjudicator leader) {
        heardAt = world.now();
        heardFrom = leader.id;
    }

    // ---- leases and keep-alives

    void onKeepAlive(KeepAlive m) {
        boolean follow = follows(m.leader, m.epoch);
        if (!follow && (m.epoch < grantedEpoch && config.fencing || !membership.counts(m.leader.region))) {
            return;
        }
        if (follow) {
            if (m.epoch == logEpoch && (membership.counts(m.leader.region) || !config.eviction)) {
                heard(m.leader);
            }
            settled = Math.max(settled, m.settled);
        }
        long granted = -1;
        long at = world.now();
        if (follow && m.lease > 0 && !learner) {
            at = grantLease(m);
            granted = grantedLease;
        }
        KeepAliveDone done = new KeepAliveDone(member, m.epoch, m.sentAt, logEpoch, log.last(), granted, m.lowers);
        if (at > world.now()) {
            send(m.leader, done, at);
        } else {
            world.sendAlongside(this, m.leader, done);
        }
    }

    private long grantLease(KeepAlive m) {
        if (m.lowers) {
            grantedLease = m.lease;
        } else if (m.lease > grantedLease) {
            grantedLease = m.lease;
        } else {
            return world.now();
        }
        return world.now() + diskTime(Randomness.key(m.epoch, m.sentAt));
    }

    // ---- promises

    void onPromise(Promise m) {
        if (m.epoch != logEpoch || !membership.counts(m.leader.region) && config.eviction) {
            return;
        }
        settled = Math.max(settled, m.settled);
        boolean relay = m.index % config.promiseRelay == 0;
        long through = log.persistedThrough(world.now());
        reports.passOn(m, through, relay);
    }

    JournalReports reports() {
        return reports;
    }

    // ---- election

    void onCandidacy(Candidacy m) {
        if (learner || !membership.counts(m.candidate.region) && config.eviction) {
            return;
        }
        boolean mine = m.epoch == grantedEpoch && m.candidate.id == grantedTo;
        boolean twice = config.bug(PlantedBug.EPOCH_GRANTED_TWICE) && m.epoch == grantedEpoch;
        if (m.epoch < grantedEpoch || m.epoch == grantedEpoch && !mine && !twice) {
            send(m.candidate, new Refusal(member, m.epoch, grantedEpoch, false));
            return;
        }
        boolean handedOver = m.handedOverFrom > 0 && m.handedOverFrom == logEpoch;
        boolean leaderAlive = world.now() - heardAt < config.electionMin && heardFrom != m.candidate.id;
        if (leaderAlive && !mine && !handedOver) {
            send(m.candidate, new Refusal(member, m.epoch, grantedEpoch, true));
            return;
        }
        grantedEpoch = m.epoch;
        grantedTo = m.candidate.id;
        long at = persist(Randomness.key(m.epoch, m.candidate.id), 1);
        for (Adjudicator each : layout.adjudicators[shard]) {
            if (each.journal == this) {
                each.onOwnReplicaGranted();
            }
        }
        send(m.candidate, new Grant(member, m.epoch, logEpoch, log.copy(), grantedLease), at);
    }

    void onAdopt(Adopt m) {
        if (!membership.counts(m.leader.region) && config.eviction || m.epoch < grantedEpoch && config.fencing) {
            return;
        }
        if (m.epoch < logEpoch) {
            return;
        }
        heard(m.leader);
        long at;
        if (logEpoch == m.epoch && m.log.first() <= log.last() + 1) {
            at = Math.max(world.now(), Math.max(adoptedAt, diskFreeAt));
        } else {
            at = takeOver(m);
        }
        if (!learner || m.confirmed) {
            learner = false;
            send(m.leader, new Adopted(member, m.epoch, log.last(), grantedLease), at);
            reports.report(null, tail(), at);
        } else {
            send(m.leader, new Learned(member, m.epoch), at);
        }
    }

    /** Takes a leader's log over in one durable step, cutting what is not in it. */
    private long takeOver(Adopt m) {
        settled = Math.max(settled, m.settled);
        long reaches = log.lastTimestamp() >= 0 ? log.lastTimestamp() : m.log.firstTimestamp();
        long lag = Math.max(0, m.log.lastTimestamp() - reaches);
        if (config.entrywiseAdoption) {
            mergeEntrywise(m.log);
            grantedEpoch = Math.max(grantedEpoch, m.epoch);
            logEpoch = m.epoch;
            adoptedAt = persist(m.epoch, 1);
            return adoptedAt;
        }
        if (adoptedAt <= world.now()) {
            earlier.clear();
        }
        earlier.add(new Image(log, logEpoch, adoptedAt, learner));
        long transfer = log.last() >= m.log.last() ? 0 : (long) (lag / config.catchUpRate);
        if (m.epoch > grantedEpoch) {
            grantedEpoch = m.epoch;
            grantedTo = m.leader.id;
        }
        grantedLease = Math.max(grantedLease, m.lease);
        logEpoch = m.epoch;
        diskFreeAt = Math.max(diskFreeAt, world.now() + transfer);
        adoptedAt = persist(m.epoch, 1);
        log = m.log.copyPersisted(adoptedAt);
        early.clear();
        return adoptedAt;
    }

    /** The planted way: entries are taken one at a time, and what is in the way stays. */
    private void mergeEntrywise(Log theirs) {
        for (long sequence = Math.max(log.last() + 1, theirs.first()); sequence <= theirs.last(); sequence++) {
            log.append(theirs.at(sequence), persist(sequence, 1));
        }
    }

    /** What crossbars may not have yet. */
    private Entry[] tail() {
        return log.slice(Math.max(log.first(), settled + 1), log.last());
    }

    // ---- crash and loss

    @Override
    protected void onCrash() {
        while (world.now() < adoptedAt && !earlier.isEmpty()) {
            Image image = earlier.remove(earlier.size() - 1);
            log = image.log;
            logEpoch = image.epoch;
            adoptedAt = image.onDiskAt;
            learner = image.learner;
        }
        earlier.clear();
        log.cutAfter(log.persistedThrough(world.now()));
        early.clear();
        settled = 0;
        heardAt = Long.MIN_VALUE / 2;
        heardFrom = -1;
        diskFreeAt = 0;
        if (config.bug(PlantedBug.VOLATILE_GRANTS)) {
            grantedEpoch = logEpoch;
            grantedTo = -1;
            grantedLease = 0;
        }
    }

    @Override
    protected void onRestart() {
        diskFreeAt = world.now();
    }

    /** The disk is gone: from now a learner, until a serving leader has handed it everything. */
    void loseDisk() {
        log = new Log();
        earlier.clear();
        adoptedAt = world.now();
        logEpoch = 0;
        grantedEpoch = 0;
        grantedTo = -1;
        grantedLease = 0;
        early.clear();
        learner = true;
        for (Adjudicator each : layout.adjudicators[shard]) {
            if (each.journal == this) {
                each.onOwnReplicaLost();
            }
        }
    }
}
