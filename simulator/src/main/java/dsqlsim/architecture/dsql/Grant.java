package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** A replica grants an epoch, with its log and the highest lease it ever granted. */
final class Grant extends Message<Adjudicator> {
    final int member;
    final long epoch;
    final long logEpoch;
    final Log log;
    final long lease;

    Grant(int member, long epoch, long logEpoch, Log log, long lease) {
        this.member = member;
        this.epoch = epoch;
        this.logEpoch = logEpoch;
        this.log = log;
        this.lease = lease;
    }

    @Override
    protected void deliver() {
        to.election.onGrant(this);
    }

    @Override
    protected long identity() {
        return Randomness.key(epoch, member);
    }

    @Override
    protected int kind() {
        return Kinds.GRANT;
    }
}
