package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** Take this log over; {@code confirmed} tells a learner that a quorum without it has confirmed the epoch since. */
final class Adopt extends Message<Journal> {
    final Adjudicator leader;
    final long epoch;
    final Log log;
    final long settled;
    final long lease;
    final boolean confirmed;
    final long attempt;

    Adopt(Adjudicator leader, long epoch, Log log, long settled, long lease, boolean confirmed, long attempt) {
        this.leader = leader;
        this.epoch = epoch;
        this.log = log;
        this.settled = settled;
        this.lease = lease;
        this.confirmed = confirmed;
        this.attempt = attempt;
    }

    @Override
    protected void deliver() {
        to.onAdopt(this);
    }

    @Override
    protected boolean needsDisk() {
        return true;
    }

    @Override
    protected long identity() {
        return Randomness.key(epoch, attempt);
    }

    @Override
    protected int kind() {
        return Kinds.ADOPT;
    }
}
