package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;
import dsqlsim.world.Subject;

/** The coordinator appended the transaction: the promise becomes a commit at {@code timestamp}. */
final class GoAhead extends Message<Adjudicator> {
    final long attempt;
    final int tryNumber;
    final long timestamp;
    final long coordinatorEpoch;

    GoAhead(long attempt, int tryNumber, long timestamp, long coordinatorEpoch) {
        this.attempt = attempt;
        this.tryNumber = tryNumber;
        this.timestamp = timestamp;
        this.coordinatorEpoch = coordinatorEpoch;
    }

    @Override
    protected void deliver() {
        if (to.leader() != null) {
            to.leader().certifier().onGoAhead(this);
        }
    }

    @Override
    protected void describe(Subject subject) {
        subject.attempt(attempt).says("tells: it is decided, keep the promise");
    }

    @Override
    protected long identity() {
        return Randomness.key(attempt, tryNumber);
    }

    @Override
    protected int kind() {
        return Kinds.GO_AHEAD;
    }
}
