package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** A change of membership is proposed, with the proposer's own vote in it. */
final class Proposal extends Message<ControlPlane> {
    final ControlPlane proposer;
    final Membership proposed;
    final long echo;

    Proposal(ControlPlane proposer, Membership proposed, long echo) {
        this.proposer = proposer;
        this.proposed = proposed;
        this.echo = echo;
    }

    @Override
    protected void deliver() {
        to.onProposal(this);
    }

    @Override
    protected boolean needsDisk() {
        return true;
    }

    @Override
    protected long identity() {
        return Randomness.key(proposed.epoch(), proposer.id);
    }

    @Override
    protected int kind() {
        return Kinds.PROPOSAL;
    }
}
