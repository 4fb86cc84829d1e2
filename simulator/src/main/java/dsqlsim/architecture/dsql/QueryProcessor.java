package dsqlsim.architecture.dsql;

import dsqlsim.architecture.ClientSite;
import dsqlsim.architecture.Connection;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.Station;
import dsqlsim.kernel.TimerLane;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import dsqlsim.txn.Version;
import dsqlsim.world.Message;
import dsqlsim.world.Subject;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * A host of query processors: each of its sessions is one that a connection was lent. A query processor runs the transaction: start
 * timestamp from its clock, reads from storage near it, writes kept until commit. It holds no durable state.
 */
final class QueryProcessor extends DsqlNode {
    private static final long REFUSED_AFTER = 1;
    /** When clients that wait for an answer have sent their packet again to a host that is back, and are reset. */
    private static final long RETRANSMITTED_AFTER = 200_000_000L;

    private static final long SUSPECT_FOR = 1_000_000_000L;
    /** When no replica can answer and nothing else says when to ask again. */
    private static final long ALL_ELSEWHERE = 10_000_000L;

    /** Whom this zone's partition map names as leader of each shard, and under which epoch. */
    private final Adjudicator[] leaders;

    private final long[] leaderEpochs;
    private final List<Session> sessions = new ArrayList<>();
    /** Connections whose clients do not know yet that power was lost. */
    private final List<Session> forgotten = new ArrayList<>();

    /** By partition and zone: until when a replica that did not answer is passed over. */
    private final long[][] suspectUntil;

    /** The zone's pool, shared by its hosts; null when that is unlimited. */
    private final Station pool;

    private boolean refusing;
    private long refusalToldAt = -1;
    final TimerLane readLane;
    final TimerLane commitLane;

    QueryProcessor(World world, Layout layout, String name, int region, int zone, Station pool) {
        super(world, layout, "query-processor", name, region, zone, -1);
        this.pool = pool;
        leaders = new Adjudicator[layout.shards];
        leaderEpochs = new long[layout.shards];
        suspectUntil = new long[layout.partitions][layout.geography.zones(region)];
        readLane = config.readTimeout == Long.MAX_VALUE ? null : new TimerLane(world.simulation(), config.readTimeout);
        commitLane = new TimerLane(world.simulation(), config.commitTimeout);
    }

    void know(Adjudicator leader, long epoch) {
        leaders[leader.shard] = leader;
        leaderEpochs[leader.shard] = epoch;
    }

    Adjudicator leaderOf(int shard) {
        return leaders[shard];
    }

    long leaderEpoch(int shard) {
        return leaderEpochs[shard];
    }

    /** Whether it may begin transactions: its clock has a usable bound. */
    boolean begins() {
        return up() && !paused() && clock.usable();
    }

    int sessions() {
        return sessions.size();
    }

    /** Lends a query processor to a connection. */
    Session lend(Connection connection, ClientSite site) {
        Session session = new Session(this, connection, site);
        sessions.add(session);
        return session;
    }

    void take(Session session) {
        sessions.remove(session);
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

    boolean refusing() {
        return refusing;
    }

    void refuse(boolean from, long toldAt) {
        if (toldAt > refusalToldAt) {
            refusalToldAt = toldAt;
            refusing = from;
        }
    }

    long serviceTime(long attempt, int step) {
        return slowed(config.statementTime.sample(draw(5, Randomness.key(attempt, step))));
    }

    long writeTime(long attempt, int statement) {
        return slowed(config.writeTime.sample(draw(6, Randomness.key(attempt, statement))));
    }

    /** How long a piece of work takes with what waits before it in the zone's pool, in nanoseconds. */
    long worksFor(long service) {
        return pool == null ? service : pool.admit(world.now(), service) - world.now();
    }

    /** The zone whose replica is asked: its own, or the next one that has not just failed to answer. */
    int zoneFor(int partition, int round) {
        long[] until = suspectUntil[partition];
        for (int i = 0; i < until.length; i++) {
            int candidate = (zone + i) % until.length;
            if (until[candidate] <= world.now()) {
                return candidate;
            }
        }
        return (zone + round) % until.length;
    }

    /** Whether some zone's replica has not just failed to answer. */
    boolean anyTrusted(int partition) {
        for (long until : suspectUntil[partition]) {
            if (until <= world.now()) {
                return true;
            }
        }
        return false;
    }

    void suspect(int partition, int which) {
        suspectUntil[partition][which] = world.now() + SUSPECT_FOR;
    }

    void onLeaderNews(Adjudicator leader, long epoch) {
        if (leader == null || epoch <= leaderEpochs[leader.shard] && leaders[leader.shard] != null) {
            return;
        }
        know(leader, epoch);
        for (int i = 0; i < sessions.size(); i++) {
            sessions.get(i).onNewLeader(leader.shard);
        }
    }

    /** Breaks a share of the connections, chosen by their ids. */
    void drop(double share, long key) {
        for (int i = sessions.size() - 1; i >= 0; i--) {
            Session session = sessions.get(i);
            if (Randomness.uniform(Randomness.key(key, session.connection.id)) < share) {
                sessions.remove(i);
                session.die(false);
            }
        }
    }

    @Override
    protected void onCrash() {
        QueryProcessor other = config.bindPerTransaction ? layout.otherHost(this) : null;
        for (Session session : sessions) {
            if (other != null) {
                session.moveTo(other);
            } else {
                session.die(lostPower());
                if (lostPower()) {
                    forgotten.add(session);
                }
            }
        }
        sessions.clear();
    }

    @Override
    protected void onRestart() {
        for (Session session : forgotten) {
            world.simulation().after(RETRANSMITTED_AFTER, new Broken(session));
        }
        forgotten.clear();
    }

    /** One query processor, lent to one connection. */
    static final class Session {
        /** Which host it runs on; with a query processor bound to transactions, another may take over between two. */
        QueryProcessor host;

        final Connection connection;
        final ClientSite site;
        private final Config config;
        private final Layout layout;
        private final World world;
        private final Commit commit;
        private final ReadTimeout readTimeout = new ReadTimeout(this);

        /** Rises with every attempt and statement, so that late answers find nobody. */
        private long serial;

        private Attempt attempt;
        private Plan plan;
        private long start = -1;
        private int statement;
        private boolean[] answered = {};
        /** The zone whose replica was asked last, by row. */
        private int[] asked = {};
        /** And in which round. */
        private int[] askedIn = {};

        private int missing;
        private int round;
        private long readingSince;
        private long nextRound;
        private long newestRead;
        boolean dead;

        Session(QueryProcessor host, Connection connection, ClientSite site) {
            this.host = host;
            this.connection = connection;
            this.site = site;
            this.config = host.config;
            this.layout = host.layout;
            this.world = host.world;
            this.commit = new Commit(this);
        }

        long serial() {
            return serial;
        }

        Attempt attempt() {
            return attempt;
        }

        Plan plan() {
            return plan;
        }

        long start() {
            return start;
        }

        // ---- begin

        void begin(Attempt next) {
            reset();
            attempt = next;
            plan = next.plan;
            if (host.refusing() || !host.clock.usable()) {
                reject(Outcome.FAILED_UNAVAILABLE);
                return;
            }
            start = host.clock.latest();
            long error = host.clock.error();
            if (error > 0) {
                world.observer().clockLied(host.id, error, world.now());
            }
            if (config.continuousPromises()) {
                layout.promiseReaching(start);
            }
            reply(new Reply(this, attempt, Reply.BEGAN, -1), host.worksFor(host.serviceTime(attempt.id, 0)));
        }

        private void reset() {
            cancelTimers();
            serial++;
            attempt = null;
            start = -1;
            newestRead = -1;
            missing = 0;
        }

        private void cancelTimers() {
            world.simulation().cancel(readTimeout);
            commit.stop();
        }

        void rollback() {
            reset();
        }

        /** The session's proxy keeps the connection; only the running transaction is gone, without effect unless COMMIT was sent. */
        void moveTo(QueryProcessor other) {
            boolean running = start >= 0;
            boolean committing = commit.running();
            host = other;
            other.sessions.add(this);
            if (running && committing) {
                unknown();
            } else if (running) {
                reject(Outcome.FAILED_UNAVAILABLE);
            }
        }

        /** The host is gone: the connection breaks at once when it is reset, else when the client's own time for it is over. */
        void die(boolean silently) {
            dead = true;
            reset();
            long after = silently ? layout.connectionTimeout : world.nominalDelay(host, site);
            world.simulation().after(after, new Broken(this));
        }

        /** Its host, back again, knows nothing of the connection: the client's next packet to it is answered with a reset. */
        void reset(QueryProcessor by) {
            world.simulation().after(world.nominalDelay(by, site), new Broken(this));
        }

        /** Closed by the client: nobody is to be told. */
        void close() {
            dead = true;
            reset();
            host.take(this);
        }

        // ---- statements

        void statement(Attempt of, int number) {
            if (of != attempt || start < 0) {
                return;
            }
            if (host.refusing()) {
                reject(Outcome.FAILED_UNAVAILABLE);
                return;
            }
            serial++;
            statement = number;
            round = 0;
            missing = 0;
            readingSince = world.now();
            nextRound = config.readTimeout;
            int from = plan.from(number);
            int to = plan.to(number);
            if (answered.length < plan.rows.length) {
                answered = new boolean[plan.rows.length];
                asked = new int[plan.rows.length];
                askedIn = new int[plan.rows.length];
            }
            for (int i = from; i < to; i++) {
                answered[i] = !plan.isRead(i);
                if (plan.isRead(i)) {
                    missing++;
                    ask(i);
                }
            }
            if (missing == 0) {
                finishStatement();
            } else if (host.readLane != null) {
                host.readLane.start(readTimeout);
            }
        }

        /** Asks the replica in its own zone, or another of its region when that one does not answer. */
        private void ask(int index) {
            int row = plan.rows[index];
            int partition = layout.partitionOf(row);
            int zone = host.zoneFor(partition, round);
            asked[index] = zone;
            askedIn[index] = round;
            StorageReplica replica = layout.storage[partition][host.region][zone];
            world.send(host, replica, new StorageReplica.Read(this, serial, attempt.id, index, row, start, round));
        }

        private void onReadTimeout() {
            if (missing == 0 || attempt == null) {
                return;
            }
            if (world.now() - readingSince > config.readGiveUp) {
                reject(Outcome.FAILED_UNAVAILABLE);
                return;
            }
            round++;
            for (int i = plan.from(statement); i < plan.to(statement); i++) {
                if (!answered[i]) {
                    host.suspect(layout.partitionOf(plan.rows[i]), asked[i]);
                    ask(i);
                }
            }
            nextRound = nextRound > SUSPECT_FOR / 2 ? SUSPECT_FOR : nextRound * 2;
            world.simulation().after(nextRound, readTimeout);
        }

        /** A replica that can't answer: the next zone's is asked, or when none can all of them again a round later. */
        private void onElsewhere(StorageReplica.Read read) {
            if (read.round != askedIn[read.index]) {
                return;
            }
            int partition = layout.partitionOf(read.row);
            host.suspect(partition, asked[read.index]);
            if (host.anyTrusted(partition)) {
                round++;
                ask(read.index);
            } else if (!readTimeout.pending()) {
                nextRound = ALL_ELSEWHERE;
                world.simulation().after(nextRound, readTimeout);
            }
        }

        void onRead(ReadDone m) {
            if (m.read.serial != serial || dead || answered[m.read.index]) {
                return;
            }
            if (m.elsewhere) {
                onElsewhere(m.read);
                return;
            }
            if (m.tooOld) {
                reject(Outcome.ABORTED_SNAPSHOT_TOO_OLD);
                return;
            }
            answered[m.read.index] = true;
            attempt.read[m.read.index] = m.version;
            if (m.version != null) {
                newestRead = Math.max(newestRead, m.version.timestamp);
            }
            if (--missing == 0) {
                world.simulation().cancel(readTimeout);
                finishStatement();
            }
        }

        /** Results wait until all that was read is surely past. */
        private void finishStatement() {
            long hold = newestRead < 0 ? 0 : host.clock.untilEarliestExceeds(newestRead);
            if (hold > 0) {
                world.simulation().after(hold, new Held(this, serial));
                return;
            }
            reply(
                    new Reply(this, attempt, Reply.ANSWERED, statement),
                    host.worksFor(host.serviceTime(attempt.id, statement + 1) + writeTime()));
        }

        private long writeTime() {
            return plan.to(statement) > plan.reads ? host.writeTime(attempt.id, statement) : 0;
        }

        // ---- commit

        void commit(Attempt of) {
            if (of != attempt || start < 0) {
                return;
            }
            serial++;
            if (plan.readOnly() && plan.forUpdate == 0) {
                reply(
                        new Reply(this, attempt, Reply.COMMITTED, -1),
                        host.worksFor(host.serviceTime(attempt.id, 1 << 16)));
                return;
            }
            Outcome injected = layout.injections.conflict(attempt.id);
            if (host.refusing() || injected != null) {
                reject(injected != null ? injected : Outcome.FAILED_UNAVAILABLE);
                return;
            }
            if (config.exceedsLimits(plan.writes(), host.clock.earliest() - start)) {
                reject(Outcome.ABORTED_LIMIT);
                return;
            }
            commit.begin();
        }

        void onNewLeader(int shard) {
            commit.onNewLeader(shard);
        }

        void onVerdict(Verdict m) {
            if (m.serial == serial && !dead) {
                commit.onVerdict(m);
            }
        }

        void committed(Verdict m) {
            Reply reply = new Reply(this, attempt, Reply.COMMITTED, -1);
            reply.commit = m.commit;
            reply.journal = m.shard;
            reply.sequence = m.sequence;
            end();
            reply(reply, 0);
        }

        void reject(Outcome outcome) {
            Reply reply = new Reply(this, attempt, Reply.REJECTED, -1);
            reply.outcome = outcome;
            end();
            reply(reply, REFUSED_AFTER);
        }

        void unknown() {
            Reply reply = new Reply(this, attempt, Reply.UNKNOWN, -1);
            end();
            reply(reply, 0);
        }

        private void end() {
            cancelTimers();
            serial++;
            start = -1;
        }

        private void reply(Reply reply, long after) {
            world.send(host, site, reply, world.now() + after);
        }
    }

    /** What a statement read should surely be past now; if the clock's bound has grown since, it waits on. */
    private static final class Held extends Event {
        private final Session session;
        private final long serial;

        Held(Session session, long serial) {
            this.session = session;
            this.serial = serial;
        }

        @Override
        protected void fire() {
            if (session.serial == serial && !session.dead && !session.host.deferred(this)) {
                session.finishStatement();
            }
        }

        @Override
        protected int kind() {
            return Kinds.TIMER;
        }

        @Override
        protected int node() {
            return session.host.id;
        }
    }

    /** No answer to some read of the running statement within the read timeout. */
    private static final class ReadTimeout extends Event {
        private final Session session;

        ReadTimeout(Session session) {
            this.session = session;
        }

        @Override
        protected void fire() {
            if (!session.dead && !session.host.deferred(this)) {
                session.onReadTimeout();
            }
        }

        @Override
        protected int kind() {
            return Kinds.TIMER;
        }

        @Override
        protected int node() {
            return session.host.id;
        }
    }

    /** A client finds that its connection is gone. */
    private static final class Broken extends Event {
        private final Session session;

        Broken(Session session) {
            this.session = session;
        }

        @Override
        protected void fire() {
            if (session.connection.server == session) {
                session.connection.client.lost(session.connection);
            }
        }

        @Override
        protected int kind() {
            return Kinds.LOST;
        }

        @Override
        protected int node() {
            return session.site.id;
        }
    }

    // ---- messages

    /** A client asks something of its query processor. */
    static final class Ask extends Message<QueryProcessor> {
        private final Session session;
        private final Attempt attempt;
        private final int kind;
        private final int statement;

        Ask(Session session, Attempt attempt, int kind, int statement) {
            this.session = session;
            this.attempt = attempt;
            this.kind = kind;
            this.statement = statement;
        }

        @Override
        protected void deliver() {
            if (session.dead) {
                session.reset(to);
                return;
            }
            switch (kind) {
                case Kinds.BEGIN -> session.begin(attempt);
                case Kinds.STATEMENT -> session.statement(attempt, statement);
                case Kinds.COMMIT -> session.commit(attempt);
                case Kinds.ROLLBACK -> session.rollback();
                default -> session.close();
            }
        }

        @Override
        protected void describe(Subject subject) {
            if (attempt != null) {
                subject.attempt(attempt.id);
            }
            subject.called(
                    switch (kind) {
                        case Kinds.BEGIN -> "begin";
                        case Kinds.STATEMENT -> "statement";
                        case Kinds.COMMIT -> "commit";
                        case Kinds.ROLLBACK -> "rollback";
                        default -> "close";
                    });
            subject.says(
                    switch (kind) {
                        case Kinds.BEGIN -> "begins";
                        case Kinds.STATEMENT -> "sends statement " + (statement + 1) + " of " + attempt.plan.statements;
                        case Kinds.COMMIT -> "sends COMMIT";
                        case Kinds.ROLLBACK -> "rolls back";
                        default -> "closes the connection";
                    });
        }

        @Override
        protected long identity() {
            return attempt == null ? session.connection.id : Randomness.key(attempt.id, kind * 65536L + statement);
        }

        @Override
        protected int kind() {
            return kind;
        }
    }

    /** Storage answers a read: a version (null: the row's first state), or ask elsewhere, or too old. */
    static final class ReadDone extends Message<QueryProcessor> {
        private final StorageReplica.Read read;
        private final Version version;
        private final boolean elsewhere;
        private final boolean tooOld;

        ReadDone(StorageReplica.Read read, StorageReplica by, Version version, boolean elsewhere, boolean tooOld) {
            this.read = read;
            this.version = version;
            this.elsewhere = elsewhere;
            this.tooOld = tooOld;
        }

        @Override
        protected void deliver() {
            read.session.onRead(this);
        }

        @Override
        protected void describe(Subject subject) {
            subject.attempt(read.attempt)
                    .says(
                            elsewhere
                                    ? "can't answer the read: another replica may"
                                    : tooOld ? "no longer has so old a version" : "returns the row");
        }

        @Override
        protected long identity() {
            return Randomness.key(read.attempt, read.index * 64L + read.round + 32);
        }

        @Override
        protected int kind() {
            return Kinds.READ_DONE;
        }
    }

    /** An adjudicator's answer to a commit. */
    static final class Verdict extends Message<QueryProcessor> {
        final Session session;
        final long serial;
        final long attempt;
        final int tryNumber;
        final int shard;
        final long epoch;
        /** Committed: timestamp and place; -1 otherwise. */
        final long commit;

        final long sequence;
        /** Refused for good: why; null otherwise. */
        final Outcome refusal;
        /** This try is over, without effect; another may follow. */
        final boolean abandoned;
        /** The one asked does not lead; who does, if it knows. */
        final Adjudicator leader;

        private Verdict(
                Adjudicator.Certify m,
                int shard,
                long epoch,
                long commit,
                long sequence,
                Outcome refusal,
                boolean abandoned,
                Adjudicator leader) {
            this.session = m.session;
            this.serial = m.serial;
            this.attempt = m.attempt;
            this.tryNumber = m.tryNumber;
            this.shard = shard;
            this.epoch = epoch;
            this.commit = commit;
            this.sequence = sequence;
            this.refusal = refusal;
            this.abandoned = abandoned;
            this.leader = leader;
        }

        Verdict(Adjudicator.Certify m, int shard, long epoch, Entry entry) {
            this(m, shard, epoch, entry.timestamp, entry.sequence, null, false, null);
        }

        Verdict(Adjudicator.Certify m, int shard, long epoch, Outcome refusal) {
            this(m, shard, epoch, -1, -1, refusal, false, null);
        }

        Verdict(Adjudicator.Certify m, int shard, long epoch, Adjudicator leader) {
            this(m, shard, epoch, -1, -1, null, false, leader);
        }

        static Verdict abandoned(Adjudicator.Certify m, int shard, long epoch) {
            return new Verdict(m, shard, epoch, -1, -1, null, true, null);
        }

        @Override
        protected void deliver() {
            session.onVerdict(this);
        }

        @Override
        protected void describe(Subject subject) {
            subject.attempt(attempt)
                    .says(
                            commit >= 0
                                    ? "says: committed"
                                    : refusal != null
                                            ? "refuses: " + refusal.label()
                                            : abandoned
                                                    ? "abandons this try; another may follow"
                                                    : "does not lead, and says who may");
        }

        @Override
        protected long identity() {
            return Randomness.key(attempt, tryNumber * 64L + shard);
        }

        @Override
        protected int kind() {
            return Kinds.VERDICT;
        }
    }

    /** The zone's partition map changed: a shard has a new leader. */
    static final class LeaderNews extends Message<QueryProcessor> {
        private final Adjudicator leader;
        private final long epoch;

        LeaderNews(Adjudicator leader, long epoch) {
            this.leader = leader;
            this.epoch = epoch;
        }

        @Override
        protected void deliver() {
            to.onLeaderNews(leader, epoch);
        }

        @Override
        protected long identity() {
            return Randomness.key(epoch, leader.id);
        }

        @Override
        protected int kind() {
            return Kinds.LEADER_NEWS;
        }
    }

    /** The control plane's word that this region can't serve, or serves again. */
    static final class ServeNews extends Message<QueryProcessor> {
        private final boolean refuse;
        private final long index;

        ServeNews(boolean refuse, long index) {
            this.refuse = refuse;
            this.index = index;
        }

        @Override
        protected void deliver() {
            to.refuse(refuse, index);
        }

        @Override
        protected long identity() {
            return index;
        }

        @Override
        protected int kind() {
            return Kinds.SERVE_NEWS;
        }
    }

    /** A query processor answers its client. */
    static final class Reply extends Message<ClientSite> {
        static final int BEGAN = 0;
        static final int ANSWERED = 1;
        static final int COMMITTED = 2;
        static final int REJECTED = 3;
        static final int UNKNOWN = 4;

        private final Session session;
        private final Attempt attempt;
        private final int what;
        private final int statement;
        private final long start;
        long commit = -1;
        int journal = -1;
        long sequence = -1;
        Outcome outcome;

        Reply(Session session, Attempt attempt, int what, int statement) {
            this.session = session;
            this.attempt = attempt;
            this.what = what;
            this.statement = statement;
            this.start = session.start;
        }

        @Override
        protected void deliver() {
            Connection connection = session.connection;
            if (connection.attempt != attempt) {
                return;
            }
            switch (what) {
                case BEGAN -> {
                    attempt.start = start;
                    connection.client.began(connection, attempt);
                }
                case ANSWERED -> {
                    attempt.answered = attempt.plan.to(statement);
                    connection.client.answered(connection, attempt, statement);
                }
                case COMMITTED -> {
                    attempt.commit = commit;
                    attempt.journal = journal;
                    attempt.sequence = sequence;
                    connection.client.committed(connection, attempt);
                }
                case REJECTED -> connection.client.rejected(connection, attempt, outcome);
                default -> connection.client.unknown(connection, attempt);
            }
        }

        @Override
        protected void describe(Subject subject) {
            subject.attempt(attempt.id)
                    .called(
                            switch (what) {
                                case BEGAN -> "begun";
                                case ANSWERED -> "answer";
                                case COMMITTED -> "committed";
                                case REJECTED -> "rejected";
                                default -> "unknown";
                            })
                    .says(
                            switch (what) {
                                case BEGAN -> "has begun, with a start timestamp";
                                case ANSWERED -> "answers statement " + (statement + 1);
                                case COMMITTED -> "acknowledges the commit";
                                case REJECTED -> "rejects: " + outcome.label();
                                default -> "can't tell the outcome";
                            });
        }

        @Override
        protected long identity() {
            return Randomness.key(attempt.id, what * 65536L + statement);
        }

        @Override
        protected int kind() {
            return Kinds.STATEMENT_DONE;
        }
    }
}
