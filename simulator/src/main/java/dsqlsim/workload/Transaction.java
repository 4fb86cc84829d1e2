package dsqlsim.workload;

import dsqlsim.architecture.Connection;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Operation;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;

/** One transaction and its client, from the offer to the end, retries included. The object then serves the next one. */
final class Transaction extends Chain.Link<Transaction> {
    private final Workload workload;
    private final ClientSide at;
    private final Event timer = new Timer();
    private final Event pause = new Pause();

    private Arrivals.User user;
    private long id;
    private long serial;
    private Plan plan;
    private long offeredAt;

    private Attempt attempt;
    private Slot slot;
    /** When the operation that is not yet answered was asked. */
    private long askedAt;
    /** The back-off before the current attempt. */
    private long pausedNanos;

    private boolean backingOff;

    Transaction(Workload workload) {
        this.workload = workload;
        this.at = workload.at();
    }

    void offer(long newSerial, Plan newPlan, Arrivals.User newUser) {
        user = newUser;
        serial = newSerial;
        id = Ids.transaction(at.workload(), newSerial);
        plan = newPlan;
        offeredAt = at.now();
        pausedNanos = 0;
        at.observer().offered(at.workload(), at.region(), id, plan, offeredAt);
        attempt(1);
    }

    private void attempt(int number) {
        attempt = new Attempt(Ids.attempt(id, number), plan, number, at.region(), offeredAt, at.now());
        attempt.endpoint = workload.pool().endpoint();
        at.observer().started(attempt);
        startTimer();
        workload.pool().acquire(this);
    }

    private void startTimer() {
        long untilDeadline = untilDeadline();
        if (untilDeadline < at.spec().timeoutNanos()) {
            at.simulation().after(untilDeadline, timer);
        } else if (workload.timeouts() != null) {
            workload.timeouts().start(timer);
        }
    }

    private long untilDeadline() {
        long deadline = at.spec().deadlineNanos();
        return deadline == WorkloadSpec.NONE ? deadline : deadline - (at.now() - offeredAt);
    }

    // ---- one attempt, step by step

    void granted(Slot granted) {
        slot = granted;
        attempt.endpoint = connection().endpoint;
        attempt.beganAt = at.now();
        askedAt = at.now();
        connection().attempt = attempt;
        at.gateway().begin(connection());
    }

    void began() {
        at.observer().answered(attempt, Operation.BEGIN, askedAt, at.now());
        statement(0);
    }

    private void statement(int statement) {
        askedAt = at.now();
        at.gateway().statement(connection(), statement);
    }

    void answered(int statement) {
        attempt.answered = plan.to(statement);
        Operation operation = plan.to(statement) <= plan.reads ? Operation.READ : Operation.STATEMENT;
        at.observer().answered(attempt, operation, askedAt, at.now());
        if (statement + 1 < plan.statements) {
            statement(statement + 1);
        } else if (plan.workNanos > 0) {
            at.simulation().after(plan.workNanos, pause);
        } else {
            commit();
        }
    }

    private void commit() {
        askedAt = at.now();
        attempt.commitSentAt = at.now();
        at.gateway().commit(connection());
    }

    private Connection connection() {
        return slot.connection;
    }

    // ---- how an attempt ends

    /** The database answered for good; the connection is usable. */
    void ended(Outcome outcome) {
        Slot used = slot;
        if (outcome == Outcome.COMMITTED) {
            at.observer().answered(attempt, Operation.COMMIT, askedAt, at.now());
        }
        close(outcome);
        workload.pool().release(used, outcome);
        decide();
    }

    /** No connection could be had. */
    void refused() {
        close(Outcome.FAILED_CONNECTION);
        decide();
    }

    /** The connection is gone. */
    void connectionLost() {
        close(attempt.commitSentAt >= 0 ? Outcome.UNKNOWN : Outcome.FAILED_CONNECTION);
        decide();
    }

    private void timedOut() {
        Slot used = slot;
        close(attempt.commitSentAt >= 0 ? Outcome.UNKNOWN : Outcome.FAILED_TIMEOUT);
        if (used == null) {
            workload.pool().leave(this);
        } else {
            workload.pool().abandon(used);
        }
        decide();
    }

    private void close(Outcome outcome) {
        at.simulation().cancel(timer);
        at.simulation().cancel(pause);
        slot = null;
        attempt.outcome = outcome;
        attempt.endedAt = at.now();
        at.observer().ended(attempt);
        workload.attemptEnded();
    }

    // ---- what happens then

    private void decide() {
        if (attempt.outcome == Outcome.COMMITTED) {
            finish(true);
        } else if (!workload.retries(attempt) || !backsOff()) {
            finish(false);
        }
    }

    /** Whether there will be another attempt: before the deadline, and within the budget. */
    private boolean backsOff() {
        long key = Randomness.key(Randomness.key(workload.retryKey(), serial), attempt.number);
        pausedNanos = workload.backoff().nanos(attempt.number, pausedNanos, key);
        if (pausedNanos >= untilDeadline() || !workload.budget().take(at.now())) {
            return false;
        }
        backingOff = true;
        at.simulation().after(pausedNanos, pause);
        return true;
    }

    private void finish(boolean succeeded) {
        at.observer().finished(id, attempt, succeeded, attempt.number);
        Arrivals.User who = user;
        user = null;
        plan = null;
        attempt = null;
        workload.finished(this, succeeded);
        if (who != null) {
            who.done();
        }
    }

    /** The attempt's timeout, or the transaction's deadline. */
    private final class Timer extends Event {
        @Override
        protected void fire() {
            timedOut();
        }

        @Override
        protected int kind() {
            return EventKinds.ATTEMPT_TIMEOUT;
        }
    }

    /** The end of the client's own work, or of a back-off. */
    private final class Pause extends Event {
        @Override
        protected void fire() {
            if (backingOff) {
                backingOff = false;
                attempt(attempt.number + 1);
            } else {
                commit();
            }
        }

        @Override
        protected int kind() {
            return EventKinds.PAUSE;
        }
    }
}
