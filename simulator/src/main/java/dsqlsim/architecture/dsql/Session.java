package dsqlsim.architecture.dsql;

import dsqlsim.architecture.ClientSite;
import dsqlsim.architecture.Connection;
import dsqlsim.architecture.ServerEnd;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import dsqlsim.world.World;

/** One query processor, lent to one connection. */
final class Session implements ServerEnd {
    private static final long REFUSED_AFTER = 1;
    /** When no replica can answer and nothing else says when to ask again. */
    private static final long ALL_ELSEWHERE = 10_000_000L;

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
    private boolean dead;

    Session(QueryProcessor host, Connection connection, ClientSite site) {
        this.host = host;
        this.connection = connection;
        this.site = site;
        this.config = host.config;
        this.layout = host.layout;
        this.world = host.world();
        this.commit = new Commit(this);
    }

    @Override
    public boolean over() {
        return dead;
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

    void onReadTimeout() {
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
        nextRound = nextRound > QueryProcessor.SUSPECT_FOR / 2 ? QueryProcessor.SUSPECT_FOR : nextRound * 2;
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
    void finishStatement() {
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
            reply(new Reply(this, attempt, Reply.COMMITTED, -1), host.worksFor(host.serviceTime(attempt.id, 1 << 16)));
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
