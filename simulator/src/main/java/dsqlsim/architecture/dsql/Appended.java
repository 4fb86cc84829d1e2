package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;
import dsqlsim.world.Subject;

/** A replica has everything up to a sequence number on disk, under a log epoch. */
final class Appended extends Message<Adjudicator> {
    private final int member;
    private final long epoch;
    private final long through;

    Appended(int member, long epoch, long through) {
        this.member = member;
        this.epoch = epoch;
        this.through = through;
    }

    @Override
    protected void deliver() {
        if (to.leader() != null) {
            to.leader().onAppended(member, epoch, through);
        }
    }

    @Override
    protected void describe(Subject subject) {
        subject.entries(from().shard, through, through).says("has it on disk");
    }

    @Override
    protected long identity() {
        return Randomness.key(through, epoch + ((long) member << 48));
    }

    @Override
    protected int kind() {
        return Kinds.APPENDED;
    }
}
