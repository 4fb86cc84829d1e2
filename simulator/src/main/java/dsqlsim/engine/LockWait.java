package dsqlsim.engine;

import dsqlsim.txn.Outcome;

/** A session's waiting for a lock: until it comes, closes a circle of those who wait, or has taken too long. */
final class LockWait {
    private final Session session;
    private final Instance instance;
    private final Alarm deadlockCheck;
    private final Alarm timeout;
    private long since;

    LockWait(Session session) {
        this.session = session;
        this.instance = session.instance;
        this.deadlockCheck = new Alarm(true);
        this.timeout = new Alarm(false);
    }

    /** The lock has not come at once. */
    void begin() {
        since = instance.now();
        if (instance.config.deadlockTimeout > 0) {
            instance.deadlockLane.start(deadlockCheck);
        } else if (instance.locks.deadlocked(session)) {
            instance.observer().lockWaited(instance.region, 0, instance.now());
            session.reject(Outcome.ABORTED_DEADLOCK);
            return;
        }
        if (instance.lockLane != null) {
            instance.lockLane.start(timeout);
        }
    }

    /** It has come, or is given up. */
    void over() {
        stop();
        instance.observer().lockWaited(instance.region, instance.now() - since, instance.now());
    }

    /** Nobody waits any more. */
    void stop() {
        instance.simulation().cancel(deadlockCheck);
        instance.simulation().cancel(timeout);
    }

    private void lasts(boolean deadlockOnly) {
        if (session.waitsForLock() && (!deadlockOnly || instance.locks.deadlocked(session))) {
            over();
            session.reject(deadlockOnly ? Outcome.ABORTED_DEADLOCK : Outcome.FAILED_TIMEOUT);
        }
    }

    /** It has lasted for as long as is waited before a deadlock is looked for, or at all. */
    private final class Alarm extends SessionEvent {
        private final boolean forDeadlock;

        Alarm(boolean forDeadlock) {
            super(LockWait.this.session);
            this.forDeadlock = forDeadlock;
        }

        @Override
        void act() {
            lasts(forDeadlock);
        }
    }
}
