package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** To a leader: hand the shard over to a standby. To a standby: take it over from that epoch. */
final class HandOver extends Message<Adjudicator> {
    private final Adjudicator target;
    private final long fromEpoch;

    HandOver(Adjudicator target, long fromEpoch) {
        this.target = target;
        this.fromEpoch = fromEpoch;
    }

    @Override
    protected void deliver() {
        if (target == to) {
            to.election.stand(fromEpoch);
        } else if (to.leader() != null) {
            to.leader().handOver(target);
        }
    }

    @Override
    protected long identity() {
        return Randomness.key(fromEpoch, target.id);
    }

    @Override
    protected int kind() {
        return Kinds.HAND_OVER;
    }
}
