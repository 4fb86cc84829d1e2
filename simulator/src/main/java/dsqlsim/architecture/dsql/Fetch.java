package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** A crossbar lacks entries: from a sequence number, or if that is 0 after a timestamp. */
final class Fetch extends Message<Journal> {
    final Crossbar asker;
    final long fromSequence;
    final long afterTimestamp;
    private final long index;

    Fetch(Crossbar asker, long fromSequence, long afterTimestamp, long index) {
        this.asker = asker;
        this.fromSequence = fromSequence;
        this.afterTimestamp = afterTimestamp;
        this.index = index;
    }

    @Override
    protected void deliver() {
        to.reports().onFetch(this);
    }

    @Override
    protected long identity() {
        return Randomness.key(index, fromSequence);
    }

    @Override
    protected int kind() {
        return Kinds.FETCH;
    }
}
