package dsqlsim.workload;

import dsqlsim.architecture.Connection;
import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.TimerLane;
import dsqlsim.txn.Outcome;

/**
 * The connections of a workload, and the transactions that wait for one, first come first served. It starts with one
 * connection in each zone and opens more when somebody waits, up to its size. Idle connections are used in turn.
 *
 * <p>A connection that is refused is an error to whom it was meant for: the one who waits longest, unless others that are
 * under way suffice for all.
 */
final class Pool {
    private final ClientSide at;
    private final ConnectionsSpec spec;
    private final TimerLane connectTimeouts;
    private final long ageKey;
    private final Router router;
    private final PoolSlots slots;
    private final Answers answers;
    private final Chain<Slot> idle = new Chain<>();
    private final Chain<Transaction> waiting = new Chain<>();
    private int opening;
    private int endpoint;
    /** The endpoint that was last turned to and answered. */
    private int servedBy;

    Pool(ClientSide at, Router router) {
        this.at = at;
        this.spec = at.spec().connections();
        this.connectTimeouts =
                at.lane(Math.min(spec.connectTimeoutNanos(), at.spec().timeoutNanos()));
        this.ageKey = Randomness.key(at.key(), "age");
        this.router = router;
        this.slots = new PoolSlots(this, at.workload(), spec.pool());
        this.answers = new Answers(this, slots);
        this.endpoint = router.home();
        this.servedBy = endpoint;
    }

    void start() {
        for (int i = 0; i < at.zones() && !slots.full(); i++) {
            open(endpoint, false);
        }
    }

    // ---- what transactions ask

    /** Gives the transaction a connection, now or later. */
    void acquire(Transaction transaction) {
        waiting.addLast(transaction);
        if (router.triesHome(at.now())) {
            open(router.home(), true);
        }
        serve();
    }

    /** The transaction does not wait any more. */
    void leave(Transaction transaction) {
        waiting.remove(transaction);
    }

    /** An attempt is over and its connection is usable. */
    void release(Slot slot, Outcome outcome) {
        boolean served = outcome == Outcome.COMMITTED || outcome.aborted();
        if (served) {
            router.served(slot.connection.endpoint, slot.trial);
            noteWhoServes(slot.connection.endpoint);
        } else {
            router.failed(slot.connection.endpoint, at.now());
        }
        slot.transaction = null;
        slot.connection.attempt = null;
        slot.trial &= !served;
        if (slot.trial) {
            close(slot);
        } else if (old(slot)) {
            replace(slot);
        } else {
            idle.addLast(slot);
        }
        serve();
    }

    /** Clients that are turned away everywhere go to and fro; they are somewhere else when somebody else answers them. */
    private void noteWhoServes(int by) {
        if (by != servedBy && by == router.endpoint(at.now())) {
            servedBy = by;
            at.rerouted(by);
        }
    }

    /** An attempt was given up in the middle: nobody knows what may still arrive over its connection. */
    void abandon(Slot slot) {
        if (hadItsChance(slot)) {
            router.failed(slot.connection.endpoint, at.now());
        }
        at.gateway().rollback(slot.connection);
        slot.connection.attempt = null;
        close(slot);
        serve();
    }

    /** Whether an attempt that ran out of time spent most of it over its connection, and not waiting for one. */
    private boolean hadItsChance(Slot slot) {
        return at.now() - slot.grantedAt >= at.spec().timeoutNanos() / 2;
    }

    /** The endpoint that new connections go to now. */
    int endpoint() {
        return router.endpoint(at.now());
    }

    int size() {
        return slots.inUse();
    }

    // ---- opening and closing

    private void serve() {
        follow();
        while (waiting.size() > 0) {
            Slot slot = usable();
            if (slot == null) {
                break;
            }
            slot.transaction = waiting.poll();
            slot.grantedAt = at.now();
            slot.transaction.granted(slot);
        }
        while (opening < waiting.size() && !slots.full()) {
            open(endpoint, false);
        }
    }

    /** When the endpoint has changed, connections that are being opened elsewhere are not waited for. */
    private void follow() {
        int now = router.endpoint(at.now());
        if (now == endpoint) {
            return;
        }
        endpoint = now;
        for (int i = 0; i < slots.count(); i++) {
            Slot slot = slots.get(i);
            if (slot.connection != null && !slot.open && slot.connection.endpoint != now && !slot.trial) {
                connected(slot, false);
                close(slot);
            }
        }
    }

    private Slot usable() {
        for (Slot slot = idle.poll(); slot != null; slot = idle.poll()) {
            if (!slot.trial && slot.connection.endpoint != endpoint) {
                close(slot);
            } else if (old(slot)) {
                replace(slot);
            } else {
                return slot;
            }
        }
        return null;
    }

    private void open(int to, boolean trial) {
        Slot slot = slots.take();
        slot.connection = new Connection(
                slots.nextId(slot),
                at.workload(),
                at.region(),
                slot.index % at.zones(),
                to,
                at.spec().routing().reads() == RoutingSpec.Reads.READER,
                answers);
        slot.askedAt = at.now();
        slot.trial = trial;
        slot.open = false;
        opening += trial ? 0 : 1;
        if (connectTimeouts != null) {
            connectTimeouts.start(slot.connectTimer);
        }
        at.gateway().connect(slot.connection);
    }

    /** The connection of a slot has come, or never will. */
    private void connected(Slot slot, boolean succeeded) {
        at.simulation().cancel(slot.connectTimer);
        opening -= slot.trial ? 0 : 1;
        at.observer()
                .connected(at.workload(), at.region(), slot.connection.endpoint, slot.askedAt, at.now(), succeeded);
    }

    private boolean old(Slot slot) {
        return at.now() >= slot.expiresAt;
    }

    /** Closes a connection that is too old and opens another, whether or not somebody waits for it. */
    private void replace(Slot slot) {
        close(slot);
        if (!slots.full()) {
            open(router.endpoint(at.now()), false);
        }
    }

    private void close(Slot slot) {
        at.gateway().close(slot.connection);
        free(slot);
    }

    private void free(Slot slot) {
        if (slot.chained()) {
            idle.remove(slot);
        }
        slot.connection = null;
        slot.transaction = null;
        slots.give(slot);
    }

    private long lifetime(Connection connection) {
        if (spec.maxAgeNanos() == WorkloadSpec.NONE) {
            return WorkloadSpec.NONE - at.now();
        }
        double u = Randomness.uniform(Randomness.key(ageKey, connection.id));
        return Math.round(spec.maxAgeNanos() * (1 - spec.maxAgeJitter() * u));
    }

    void connectTimedOut(Slot slot) {
        at.gateway().close(slot.connection);
        failedToOpen(slot);
    }

    // ---- what the database answers

    void opened(Slot slot) {
        connected(slot, true);
        slot.open = true;
        slot.connection.openedAt = at.now();
        slot.expiresAt = at.now() + lifetime(slot.connection);
        if (slot.trial) {
            idle.addFirst(slot);
        } else {
            idle.addLast(slot);
        }
        serve();
    }

    void failedToOpen(Slot slot) {
        connected(slot, false);
        router.failed(slot.connection.endpoint, at.now());
        boolean trial = slot.trial;
        free(slot);
        if (!trial && waiting.size() > opening) {
            waiting.poll().refused();
        }
        serve();
    }

    /** An open connection is gone. */
    void lost(Slot slot) {
        Transaction transaction = slot.transaction;
        slot.connection.attempt = null;
        free(slot);
        if (transaction != null) {
            transaction.connectionLost();
        }
        serve();
    }
}
