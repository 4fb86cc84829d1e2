package dsqlsim.cache;

import dsqlsim.architecture.Connection;
import dsqlsim.txn.Attempt;
import dsqlsim.world.Timer;

/** One transaction that only reads and asks the cache first, with all its rows at once. */
final class Lookup {
    private final CacheGate gate;
    private final CacheSite site;
    private final Connection connection;
    private final Attempt attempt;
    private final Timer patience;
    private boolean open = true;
    private boolean hit;

    Lookup(CacheGate gate, CacheSite site, Connection connection) {
        this.gate = gate;
        this.site = site;
        this.connection = connection;
        this.attempt = connection.attempt;
        this.patience = new Timer(site, Kinds.PATIENCE, () -> got(null));
    }

    void begin(CacheNode node, long patienceNanos) {
        patience.set(patienceNanos);
        gate.world().send(site, node, new CacheNode.Get(this));
    }

    /** Nobody waits for it any more. */
    void cancel() {
        open = false;
        patience.cancel();
    }

    /** {@code found} null: the cache did not answer. */
    void got(long[] found) {
        if (open) {
            open = false;
            patience.cancel();
            hit = gate.looked(this, found);
        }
    }

    /** Whether the cache answers this transaction. */
    boolean hit() {
        return hit;
    }

    Connection connection() {
        return connection;
    }

    Attempt attempt() {
        return attempt;
    }

    CacheSite site() {
        return site;
    }

    int[] rows() {
        return attempt.plan.rows;
    }

    long identity() {
        return attempt.id;
    }
}
