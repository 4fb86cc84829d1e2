package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** A replica answers a keep-alive: where its log stands, and the highest lease it granted (or -1). */
final class KeepAliveDone extends Message<Adjudicator> {
    final int member;
    final long epoch;
    final long sentAt;
    final long logEpoch;
    final long last;
    final long granted;
    final boolean lowered;

    KeepAliveDone(int member, long epoch, long sentAt, long logEpoch, long last, long granted, boolean lowered) {
        this.member = member;
        this.epoch = epoch;
        this.sentAt = sentAt;
        this.logEpoch = logEpoch;
        this.last = last;
        this.granted = granted;
        this.lowered = lowered;
    }

    @Override
    protected void deliver() {
        if (to.leader() != null) {
            to.leader().onKeepAliveDone(this);
        }
    }

    @Override
    protected boolean ephemeral() {
        return !lowered;
    }

    @Override
    protected long identity() {
        return Randomness.key(sentAt, epoch);
    }

    @Override
    protected int kind() {
        return Kinds.KEEP_ALIVE_DONE;
    }
}
