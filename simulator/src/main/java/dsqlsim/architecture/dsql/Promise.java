package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** No commit at or below {@code floor} will follow on the entries up to {@code afterSequence}. */
final class Promise extends Message<Journal> {
    final Adjudicator leader;
    final long epoch;
    final long settled;
    final long afterSequence;
    final long floor;
    final long index;

    Promise(Adjudicator leader, long epoch, long settled, long afterSequence, long floor, long index) {
        this.leader = leader;
        this.epoch = epoch;
        this.settled = settled;
        this.afterSequence = afterSequence;
        this.floor = floor;
        this.index = index;
    }

    @Override
    protected void deliver() {
        to.onPromise(this);
    }

    @Override
    protected boolean ephemeral() {
        return true;
    }

    @Override
    protected long identity() {
        return Randomness.key(index, epoch);
    }

    @Override
    protected int kind() {
        return Kinds.PROMISE;
    }
}
