package dsqlsim.architecture.dsql;

import dsqlsim.world.Message;

/** What was decided. */
final class Decision extends Message<ControlPlane> {
    private final Membership decided;

    Decision(Membership decided) {
        this.decided = decided;
    }

    @Override
    protected void deliver() {
        if (decided.epoch() > to.membership.epoch()) {
            to.decide(decided);
        }
    }

    @Override
    protected long identity() {
        return decided.epoch();
    }

    @Override
    protected int kind() {
        return Kinds.MEMBERSHIP_VOTE;
    }
}
