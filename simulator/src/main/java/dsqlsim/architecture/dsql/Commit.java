package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Event;
import dsqlsim.kernel.Randomness;
import dsqlsim.ledger.PlantedBug;
import dsqlsim.txn.Plan;
import dsqlsim.world.World;
import java.util.Arrays;

/**
 * A query processor's commit of one transaction: sent to the leader of every shard involved, again and again under the same id until
 * there is a definite answer or the time for it is over. Then the outcome is unknown.
 */
final class Commit {
    private static final int[] NONE = {};

    private final Session session;
    private final World world;
    private final Config config;
    private final Resend resend = new Resend(this);
    private final Again again = new Again(this);

    private boolean running;
    private int[] rows;
    private int[] locks;
    private long shards;
    private int coordinator;
    private int tryNumber;
    private int round;
    private long validUntil;
    private long highestEpoch;
    private int asked;

    Commit(Session session) {
        this.session = session;
        this.world = session.host.world();
        this.config = session.host.config();
    }

    void begin() {
        Plan plan = session.plan();
        rows = Arrays.copyOfRange(plan.rows, plan.reads, plan.rows.length);
        int locked = config.serializable ? plan.reads : plan.forUpdate;
        locks = locked == 0 ? NONE : Arrays.copyOf(plan.rows, locked);
        shards = 0;
        for (int row : rows) {
            shards |= 1L << session.host.layout().shardOf(row);
        }
        for (int row : locks) {
            shards |= 1L << session.host.layout().shardOf(row);
        }
        coordinator = Long.numberOfTrailingZeros(shards);
        tryNumber = 1;
        round = 0;
        asked = 0;
        highestEpoch = 0;
        long now = session.host.clock.earliest();
        validUntil =
                now > 0 && config.commitRetryFor > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + config.commitRetryFor;
        running = true;
        send();
    }

    boolean running() {
        return running;
    }

    void stop() {
        running = false;
        world.simulation().cancel(resend);
        world.simulation().cancel(again);
    }

    private void send() {
        round++;
        Adjudicator leader = session.host.leaderOf(coordinator);
        long epoch = session.host.leaderEpoch(coordinator);
        highestEpoch = Math.max(highestEpoch, epoch);
        for (int shard = coordinator; shard < 64 - Long.numberOfLeadingZeros(shards); shard++) {
            if ((shards >>> shard & 1) != 0) {
                Adjudicator to = target(shard);
                world.send(
                        session.host,
                        to,
                        new Certify(
                                session,
                                session.serial(),
                                session.attempt().id,
                                tryNumber,
                                round,
                                session.start(),
                                rows,
                                locks,
                                shards,
                                leader,
                                epoch,
                                validUntil));
            }
        }
        world.simulation().cancel(resend);
        session.host.commitLane.start(resend);
    }

    /** The leader that the partition map names; after a silence each standby in turn, for it may know or be the new one. */
    private Adjudicator target(int shard) {
        if (asked == 0) {
            return session.host.leaderOf(shard);
        }
        Adjudicator[] all = session.host.layout().adjudicators[shard];
        return asked % 2 == 0 ? session.host.leaderOf(shard) : all[asked / 2 % all.length];
    }

    void onNewLeader(int shard) {
        if (running && (shards >>> shard & 1) != 0) {
            asked = 0;
            send();
        }
    }

    void onVerdict(Verdict m) {
        if (!running) {
            return;
        }
        if (m.commit >= 0 || m.refusal != null) {
            if (m.epoch < highestEpoch && !config.bug(PlantedBug.BELIEVE_OLD_ABORT)) {
                return;
            }
            running = false;
            if (m.commit >= 0) {
                session.committed(m);
            } else {
                session.reject(m.refusal);
            }
        } else if (m.abandoned) {
            if (m.tryNumber == tryNumber && m.epoch >= highestEpoch) {
                tryNumber++;
                world.observer().abandoned(session.attempt().id, session.plan().workload, world.now());
                world.simulation().cancel(again);
                long bits = Randomness.key(Randomness.key(world.seed(), session.attempt().id), tryNumber);
                world.simulation().after(config.busyWait.sample(bits), again);
            }
        } else if (m.leader != null) {
            session.host.onLeaderNews(m.leader, m.epoch);
        }
    }

    private void onSilence() {
        if (!running) {
            return;
        }
        if (session.host.clock.earliest() > validUntil) {
            session.unknown();
            return;
        }
        asked++;
        send();
    }

    /** No answer within the commit timeout. */
    private static final class Resend extends Event {
        private final Commit commit;

        Resend(Commit commit) {
            this.commit = commit;
        }

        @Override
        protected void fire() {
            if (!commit.session.host.deferred(this)) {
                commit.onSilence();
            }
        }

        @Override
        protected int kind() {
            return Kinds.TIMER;
        }

        @Override
        protected int node() {
            return commit.session.host.id;
        }
    }

    /** The busy wait is over: the next try. */
    private static final class Again extends Event {
        private final Commit commit;

        Again(Commit commit) {
            this.commit = commit;
        }

        @Override
        protected void fire() {
            if (!commit.session.host.deferred(this) && commit.running) {
                commit.send();
            }
        }

        @Override
        protected int kind() {
            return Kinds.TIMER;
        }

        @Override
        protected int node() {
            return commit.session.host.id;
        }
    }
}
