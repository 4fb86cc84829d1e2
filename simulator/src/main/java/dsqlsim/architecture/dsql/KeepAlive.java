package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** The leader is there, and asks for its lease if {@code lease} is positive. */
final class KeepAlive extends Message<Journal> {
    final Adjudicator leader;
    final long epoch;
    final long settled;
    final long sentAt;
    final long lease;
    final boolean lowers;

    KeepAlive(Adjudicator leader, long epoch, long settled, long sentAt, long lease, boolean lowers) {
        this.leader = leader;
        this.epoch = epoch;
        this.settled = settled;
        this.sentAt = sentAt;
        this.lease = lease;
        this.lowers = lowers;
    }

    @Override
    protected void deliver() {
        to.onKeepAlive(this);
    }

    @Override
    protected boolean ephemeral() {
        return !lowers;
    }

    @Override
    protected boolean needsDisk() {
        return lease > 0;
    }

    @Override
    protected long identity() {
        return Randomness.key(sentAt, epoch);
    }

    @Override
    protected int kind() {
        return Kinds.KEEP_ALIVE;
    }
}
