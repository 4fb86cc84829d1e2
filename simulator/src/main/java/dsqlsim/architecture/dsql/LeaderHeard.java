package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** The leader tells a standby that it is there. */
final class LeaderHeard extends Message<Adjudicator> {
    private final Adjudicator leader;
    private final long epoch;
    private final long lease;
    private final long sentAt;

    LeaderHeard(Adjudicator leader, long epoch, long lease, long sentAt) {
        this.leader = leader;
        this.epoch = epoch;
        this.lease = lease;
        this.sentAt = sentAt;
    }

    @Override
    protected void deliver() {
        if (to.leader() != null && epoch > to.leader().epoch()) {
            to.stepDown();
        }
        if (to.leader() == null) {
            to.election.heard(leader, epoch, lease);
        }
    }

    @Override
    protected boolean ephemeral() {
        return true;
    }

    @Override
    protected long identity() {
        return Randomness.key(sentAt, epoch);
    }

    @Override
    protected int kind() {
        return Kinds.LEADER_HEARD;
    }
}
