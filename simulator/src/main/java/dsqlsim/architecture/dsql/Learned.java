package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** A learner has been handed the whole log, and waits to be told that a quorum without it has confirmed the epoch. */
final class Learned extends Message<Adjudicator> {
    private final int member;
    private final long epoch;

    Learned(int member, long epoch) {
        this.member = member;
        this.epoch = epoch;
    }

    @Override
    protected void deliver() {
        if (to.leader() != null) {
            to.leader().onLearned(member, epoch);
        }
    }

    @Override
    protected long identity() {
        return Randomness.key(epoch, member);
    }

    @Override
    protected int kind() {
        return Kinds.LEARNER_DONE;
    }
}
