package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;
import dsqlsim.world.Subject;

/** A replica's answer to an append, on its way to the leader by the journal's head. */
final class AppendedAtHead extends Message<Journal> {
    private final Adjudicator leader;
    private final int member;
    private final long epoch;
    private final long through;

    AppendedAtHead(Adjudicator leader, int member, long epoch, long through) {
        this.leader = leader;
        this.member = member;
        this.epoch = epoch;
        this.through = through;
    }

    @Override
    protected void deliver() {
        to.send(leader, new Appended(member, epoch, through));
    }

    @Override
    protected void describe(Subject subject) {
        subject.entries(to.shard, through, through).says("has it on disk");
    }

    @Override
    protected long identity() {
        return Randomness.key(through, epoch);
    }

    @Override
    protected int kind() {
        return Kinds.APPENDED_AT_HEAD;
    }
}
