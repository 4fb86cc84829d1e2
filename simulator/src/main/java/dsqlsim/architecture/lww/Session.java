package dsqlsim.architecture.lww;

import dsqlsim.architecture.ClientSite;
import dsqlsim.architecture.Connection;
import dsqlsim.architecture.ServerEnd;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import dsqlsim.world.Timer;

/**
 * One connection at its replica. Statements read from a quorum of the region; writes are kept and go out together with COMMIT.
 * Nothing is locked and nothing is checked.
 */
final class Session implements ServerEnd {
    private static final long REFUSED_AFTER = 1;

    final Connection connection;
    final ClientSite site;
    final Replica at;
    private final Timer giveUp;
    private final QuorumRead reading;

    private Attempt attempt;
    private Plan plan;
    private Item[] seen = {};
    private int statement;
    private boolean over;

    Session(Replica at, Connection connection, ClientSite site) {
        this.at = at;
        this.connection = connection;
        this.site = site;
        this.giveUp = new Timer(at, Kinds.TIMER, this::giveUp);
        this.reading = new QuorumRead(at, this);
    }

    /** Nobody is to be told anything any more. */
    void end() {
        over = true;
        forget();
    }

    @Override
    public boolean over() {
        return over;
    }

    private void forget() {
        giveUp.cancel();
        reading.stop();
        attempt = null;
    }

    // ---- what the client asks

    void begin(Attempt next) {
        forget();
        attempt = next;
        plan = next.plan;
        seen = new Item[plan.rows.length];
        Reply reply = new Reply(this, attempt, Reply.BEGAN, -1);
        reply.start = at.clockTime();
        reply(reply, at.requestTime(attempt.id, 0));
    }

    void statement(Attempt of, int number) {
        if (of != attempt) {
            return;
        }
        statement = number;
        if (reading.start(attempt, number)) {
            giveUp.set(at.config.giveUp);
        } else {
            answered();
        }
    }

    /** A quorum has answered: what prevails among what it holds. */
    void onRead(int index, Item item) {
        seen[index] = item;
        attempt.read[index] = item == null ? null : item.write.version;
    }

    void answered() {
        giveUp.cancel();
        reply(new Reply(this, attempt, Reply.ANSWERED, statement), at.requestTime(attempt.id, statement + 1));
    }

    void commit(Attempt of) {
        if (of != attempt) {
            return;
        }
        if (plan.readOnly()) {
            reply(new Reply(this, attempt, Reply.COMMITTED, -1), at.requestTime(attempt.id, 1 << 16));
            attempt = null;
            return;
        }
        giveUp.set(at.config.giveUp);
        at.commits.add(this, entry());
    }

    private Entry entry() {
        long newest = 0;
        for (int i = plan.reads; i < plan.rows.length; i++) {
            newest = Math.max(newest, seen(i) == null ? 0 : seen(i).write.version.timestamp);
        }
        Entry entry = new Entry(at.origin, at.replication.nextSequence(), at.stamp(newest), attempt.id);
        entry.items = new Item[plan.writes()];
        for (int i = plan.reads; i < plan.rows.length; i++) {
            Item before = seen(i);
            long quantity = (before == null ? 0 : before.write.quantity) + change(plan.rows[i]);
            Write write = new Write(entry, plan.rows[i], quantity);
            long[] context = before == null ? new long[at.layout.origins.size()] : before.context();
            entry.items[i - plan.reads] = new Item(write, context);
        }
        return entry;
    }

    /** What its writer has seen of a row; of one that it writes blindly it has seen what is here. */
    private Item seen(int index) {
        return plan.isRead(index) ? seen[index] : at.store.get(plan.rows[index]);
    }

    /** By how much a write changes its row's quantity. */
    private int change(int row) {
        long draw = Randomness.key(Randomness.key(attempt.id, "change"), row);
        return Randomness.uniform(draw) < at.config.decrements ? -1 : 1;
    }

    /** The write is on enough disks; answers whether its client is told. */
    boolean committed(Entry entry) {
        if (over || attempt == null || attempt.id != entry.attempt) {
            return false;
        }
        Reply reply = new Reply(this, attempt, Reply.COMMITTED, -1);
        reply.commit = entry.timestamp;
        reply.journal = entry.origin;
        reply.sequence = entry.sequence;
        forget();
        reply(reply, 0);
        return true;
    }

    void rollback() {
        forget();
    }

    /** Too few replicas of the region answer. */
    private void giveUp() {
        if (attempt == null) {
            return;
        }
        Reply reply = new Reply(this, attempt, reading.open() ? Reply.REJECTED : Reply.UNKNOWN, -1);
        reply.outcome = Outcome.FAILED_UNAVAILABLE;
        forget();
        reply(reply, REFUSED_AFTER);
    }

    private void reply(Reply reply, long after) {
        at.send(site, reply, at.now() + after);
    }

    // ---- the connection's end

    /** The client finds the connection broken after a while. */
    void breakAfter(long delay) {
        at.schedule(at.now() + delay, new Event() {
            @Override
            protected void fire() {
                if (connection.server == Session.this) {
                    connection.client.lost(connection);
                }
            }

            @Override
            protected int kind() {
                return Kinds.LOST;
            }

            @Override
            protected int node() {
                return site.id;
            }
        });
    }
}
