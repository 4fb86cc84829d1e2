package dsqlsim.workload;

import dsqlsim.architecture.Client;
import dsqlsim.architecture.Connection;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;

/** Takes what the database answers to the slot or the transaction that waits for it, if it still does. */
final class Answers implements Client {
    private final Pool pool;
    private final PoolSlots slots;

    Answers(Pool pool, PoolSlots slots) {
        this.pool = pool;
        this.slots = slots;
    }

    @Override
    public void connected(Connection connection) {
        Slot slot = slots.of(connection);
        if (slot != null && !slot.open) {
            pool.opened(slot);
        }
    }

    @Override
    public void refused(Connection connection) {
        Slot slot = slots.of(connection);
        if (slot != null && !slot.open) {
            pool.failedToOpen(slot);
        }
    }

    @Override
    public void lost(Connection connection) {
        Slot slot = slots.of(connection);
        if (slot != null && slot.open) {
            pool.lost(slot);
        } else if (slot != null) {
            pool.failedToOpen(slot);
        }
    }

    @Override
    public void began(Connection connection, Attempt attempt) {
        Transaction transaction = of(connection, attempt);
        if (transaction != null) {
            transaction.began();
        }
    }

    @Override
    public void answered(Connection connection, Attempt attempt, int statement) {
        Transaction transaction = of(connection, attempt);
        if (transaction != null) {
            transaction.answered(statement);
        }
    }

    @Override
    public void committed(Connection connection, Attempt attempt) {
        ended(connection, attempt, Outcome.COMMITTED);
    }

    @Override
    public void rejected(Connection connection, Attempt attempt, Outcome outcome) {
        ended(connection, attempt, outcome);
    }

    @Override
    public void unknown(Connection connection, Attempt attempt) {
        ended(connection, attempt, Outcome.UNKNOWN);
    }

    private void ended(Connection connection, Attempt attempt, Outcome outcome) {
        Transaction transaction = of(connection, attempt);
        if (transaction != null) {
            transaction.ended(outcome);
        }
    }

    /** Who waits for this answer, or null if nobody does any more. */
    private Transaction of(Connection connection, Attempt attempt) {
        Slot slot = slots.of(connection);
        return slot == null || connection.attempt != attempt ? null : slot.transaction;
    }
}
