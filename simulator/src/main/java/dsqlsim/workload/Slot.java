package dsqlsim.workload;

import dsqlsim.architecture.Connection;
import dsqlsim.kernel.Event;

/** A place in a pool: no connection, or one that is being opened, is idle, or carries a transaction. */
final class Slot extends Chain.Link<Slot> {
    final int index;
    final Event connectTimer;
    /** How often a connection was opened here. */
    int openings;
    /** Null while the slot is free. */
    Connection connection;
    /** When the connection was asked for. */
    long askedAt;
    /** When the running attempt got this connection, in nanoseconds. */
    long grantedAt;

    boolean open;
    /** Whether this connection is to find out if home serves again. */
    boolean trial;
    /** When the open connection is too old to be used again. */
    long expiresAt;
    /** Who is using the connection, or null. */
    Transaction transaction;

    Slot(int index, Pool pool) {
        this.index = index;
        this.connectTimer = new Event() {
            @Override
            protected void fire() {
                pool.connectTimedOut(Slot.this);
            }

            @Override
            protected int kind() {
                return EventKinds.CONNECT_TIMEOUT;
            }
        };
    }
}
