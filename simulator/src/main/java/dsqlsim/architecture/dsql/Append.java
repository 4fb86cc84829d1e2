package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;
import dsqlsim.world.Subject;

/** One entry, or several in a row, to be appended under an epoch. */
final class Append extends Message<Journal> {
    final Adjudicator leader;
    final long epoch;
    final long settled;
    final Entry entry;
    final Entry[] more;
    /** The replica away from the leader that hands it on to the others and collects their answers; null: the leader does. */
    final Journal head;

    Append(Adjudicator leader, long epoch, long settled, Entry entry, Entry[] more, Journal head) {
        this.leader = leader;
        this.epoch = epoch;
        this.settled = settled;
        this.entry = entry;
        this.more = more;
        this.head = head;
    }

    Append copy() {
        return new Append(leader, epoch, settled, entry, more, head);
    }

    @Override
    protected void deliver() {
        to.onAppend(this);
    }

    @Override
    protected boolean needsDisk() {
        return true;
    }

    @Override
    protected void describe(Subject subject) {
        subject.entries(
                        to.shard,
                        more == null ? entry.sequence : more[0].sequence,
                        more == null ? entry.sequence : more[more.length - 1].sequence)
                .says("appends to the journal");
    }

    @Override
    protected long identity() {
        Entry first = more == null ? entry : more[0];
        return Randomness.key(first.attempt, more == null ? epoch : -epoch);
    }

    @Override
    protected int kind() {
        return Kinds.APPEND;
    }
}
