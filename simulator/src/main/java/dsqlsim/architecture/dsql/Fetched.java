package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** Entries that a crossbar asked for. */
final class Fetched extends Message<Crossbar> {
    final Journal journal;
    final long epoch;
    final long from;
    final Entry[] entries;
    final long through;
    final boolean gone;

    Fetched(Journal journal, long epoch, long from, Entry[] entries, long through, boolean gone) {
        this.journal = journal;
        this.epoch = epoch;
        this.from = from;
        this.entries = entries;
        this.through = through;
        this.gone = gone;
    }

    @Override
    protected void deliver() {
        to.onFetched(this);
    }

    @Override
    protected long identity() {
        return Randomness.key(through, from);
    }

    @Override
    protected int kind() {
        return Kinds.FETCHED;
    }
}
