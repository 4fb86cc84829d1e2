package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** The zone's partition map changed: a shard has a new leader. */
final class LeaderNews extends Message<QueryProcessor> {
    private final Adjudicator leader;
    private final long epoch;

    LeaderNews(Adjudicator leader, long epoch) {
        this.leader = leader;
        this.epoch = epoch;
    }

    @Override
    protected void deliver() {
        to.onLeaderNews(leader, epoch);
    }

    @Override
    protected long identity() {
        return Randomness.key(epoch, leader.id);
    }

    @Override
    protected int kind() {
        return Kinds.LEADER_NEWS;
    }
}
