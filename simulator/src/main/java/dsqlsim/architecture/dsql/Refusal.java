package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** A replica refuses: it granted a higher epoch, or it hears its leader. */
final class Refusal extends Message<Adjudicator> {
    private final int member;
    private final long asked;
    private final long granted;
    private final boolean leaderAlive;

    Refusal(int member, long asked, long granted, boolean leaderAlive) {
        this.member = member;
        this.asked = asked;
        this.granted = granted;
        this.leaderAlive = leaderAlive;
    }

    @Override
    protected void deliver() {
        if (to.leader() != null && granted > to.leader().epoch() && !leaderAlive) {
            to.leader().onSuperseded(granted);
        } else {
            to.election.onRefusal(granted, leaderAlive);
        }
    }

    @Override
    protected boolean ephemeral() {
        return true;
    }

    @Override
    protected long identity() {
        return Randomness.key(asked, granted * 8 + member);
    }

    @Override
    protected int kind() {
        return Kinds.REFUSAL;
    }
}
