package dsqlsim.architecture.lww;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** A replica has an origin's entries up to a sequence on its disk; a gap says that what came does not follow on that. */
final class Have extends Message<Replica> {
    private final int origin;
    private final long sequence;
    private final boolean gap;
    private final long number;

    Have(int origin, long sequence, boolean gap, long number) {
        this.origin = origin;
        this.sequence = sequence;
        this.gap = gap;
        this.number = number;
    }

    @Override
    protected void deliver() {
        to.replication.onHave((Replica) from(), origin, sequence, gap);
    }

    @Override
    protected long identity() {
        return Randomness.key(Randomness.key(origin, sequence), number);
    }

    @Override
    protected int kind() {
        return Kinds.HAVE;
    }
}
