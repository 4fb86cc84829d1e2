package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Outcome;
import dsqlsim.world.Message;
import dsqlsim.world.Subject;

/** An adjudicator's answer to a commit. */
final class Verdict extends Message<QueryProcessor> {
    final Session session;
    final long serial;
    final long attempt;
    final int tryNumber;
    final int shard;
    final long epoch;
    /** Committed: timestamp and place; -1 otherwise. */
    final long commit;

    final long sequence;
    /** Refused for good: why; null otherwise. */
    final Outcome refusal;
    /** This try is over, without effect; another may follow. */
    final boolean abandoned;
    /** The one asked does not lead; who does, if it knows. */
    final Adjudicator leader;

    private Verdict(
            Certify m,
            int shard,
            long epoch,
            long commit,
            long sequence,
            Outcome refusal,
            boolean abandoned,
            Adjudicator leader) {
        this.session = m.session;
        this.serial = m.serial;
        this.attempt = m.attempt;
        this.tryNumber = m.tryNumber;
        this.shard = shard;
        this.epoch = epoch;
        this.commit = commit;
        this.sequence = sequence;
        this.refusal = refusal;
        this.abandoned = abandoned;
        this.leader = leader;
    }

    Verdict(Certify m, int shard, long epoch, Entry entry) {
        this(m, shard, epoch, entry.timestamp, entry.sequence, null, false, null);
    }

    Verdict(Certify m, int shard, long epoch, Outcome refusal) {
        this(m, shard, epoch, -1, -1, refusal, false, null);
    }

    Verdict(Certify m, int shard, long epoch, Adjudicator leader) {
        this(m, shard, epoch, -1, -1, null, false, leader);
    }

    static Verdict abandoned(Certify m, int shard, long epoch) {
        return new Verdict(m, shard, epoch, -1, -1, null, true, null);
    }

    @Override
    protected void deliver() {
        session.onVerdict(this);
    }

    @Override
    protected void describe(Subject subject) {
        subject.attempt(attempt)
                .says(
                        commit >= 0
                                ? "says: committed"
                                : refusal != null
                                        ? "refuses: " + refusal.label()
                                        : abandoned
                                                ? "abandons this try; another may follow"
                                                : "does not lead, and says who may");
    }

    @Override
    protected long identity() {
        return Randomness.key(attempt, tryNumber * 64L + shard);
    }

    @Override
    protected int kind() {
        return Kinds.VERDICT;
    }
}
