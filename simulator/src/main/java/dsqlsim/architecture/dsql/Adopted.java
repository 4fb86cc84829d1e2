package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** A replica has taken the leader's log over, on disk. */
final class Adopted extends Message<Adjudicator> {
    private final int member;
    private final long epoch;
    private final long last;
    private final long lease;

    Adopted(int member, long epoch, long last, long lease) {
        this.member = member;
        this.epoch = epoch;
        this.last = last;
        this.lease = lease;
    }

    @Override
    protected void deliver() {
        if (to.leader() != null) {
            to.leader().onAdopted(member, epoch, last, lease);
        }
    }

    @Override
    protected long identity() {
        return Randomness.key(epoch, last);
    }

    @Override
    protected int kind() {
        return Kinds.ADOPTED;
    }
}
