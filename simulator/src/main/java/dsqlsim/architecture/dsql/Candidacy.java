package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** A standby wants to lead under an epoch; {@code handedOverFrom} is the epoch of a leader that asked it to, or 0. */
final class Candidacy extends Message<Journal> {
    final Adjudicator candidate;
    final long epoch;
    final long handedOverFrom;

    Candidacy(Adjudicator candidate, long epoch, long handedOverFrom) {
        this.candidate = candidate;
        this.epoch = epoch;
        this.handedOverFrom = handedOverFrom;
    }

    @Override
    protected void deliver() {
        to.onCandidacy(this);
    }

    @Override
    protected boolean needsDisk() {
        return true;
    }

    @Override
    protected long identity() {
        return Randomness.key(epoch, candidate.id);
    }

    @Override
    protected int kind() {
        return Kinds.CANDIDACY;
    }
}
