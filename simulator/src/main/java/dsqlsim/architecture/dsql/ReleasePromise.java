package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;
import dsqlsim.world.Subject;

/** The coordinator abandoned a try: its promises may go. */
final class ReleasePromise extends Message<Adjudicator> {
    final long attempt;
    final int tryNumber;
    final long coordinatorEpoch;
    /** The commit timestamp that some vote did not reach to: candidates of a later try start above it; -1 if that was not why. */
    final long missed;

    ReleasePromise(long attempt, int tryNumber, long coordinatorEpoch, long missed) {
        this.attempt = attempt;
        this.tryNumber = tryNumber;
        this.coordinatorEpoch = coordinatorEpoch;
        this.missed = missed;
    }

    @Override
    protected void deliver() {
        if (to.leader() != null) {
            to.leader().certifier().onReleasePromise(this);
        }
    }

    @Override
    protected void describe(Subject subject) {
        subject.attempt(attempt).says("releases the promise of this try");
    }

    @Override
    protected long identity() {
        return Randomness.key(attempt, -tryNumber);
    }

    @Override
    protected int kind() {
        return Kinds.RELEASE_PROMISE;
    }
}
