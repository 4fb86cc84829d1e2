package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Outcome;
import dsqlsim.world.Message;
import dsqlsim.world.Subject;

/** A voter's word to the coordinator: yes with a candidate and how long the promise holds, or why not. */
final class Vote extends Message<Adjudicator> {
    final long attempt;
    final int tryNumber;
    final int shard;
    final long epoch;
    final long candidate;
    final long tauMax;
    final boolean busy;
    final Outcome refusal;
    final int round;

    Vote(Certify m, int shard, long epoch, long candidate, long tauMax, boolean busy, Outcome refusal) {
        this.attempt = m.attempt;
        this.tryNumber = m.tryNumber;
        this.round = m.round;
        this.shard = shard;
        this.epoch = epoch;
        this.candidate = candidate;
        this.tauMax = tauMax;
        this.busy = busy;
        this.refusal = refusal;
    }

    /** Who cast it; null when it is the coordinator's own. */
    Adjudicator voter() {
        return to == null ? null : (Adjudicator) from();
    }

    boolean yes() {
        return !busy && refusal == null;
    }

    @Override
    protected void deliver() {
        if (to.leader() != null) {
            to.leader().certifier().coordination().onVote(this);
        }
    }

    @Override
    protected void describe(Subject subject) {
        subject.attempt(attempt)
                .says(
                        yes()
                                ? "promises its shard's part"
                                : busy
                                        ? "can't promise yet: another promise is in the way"
                                        : "votes no: " + refusal.label());
    }

    @Override
    protected long identity() {
        return Randomness.key(attempt, round * 64L + shard);
    }

    @Override
    protected int kind() {
        return Kinds.VOTE;
    }
}
