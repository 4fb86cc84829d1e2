package dsqlsim.architecture.lww;

import dsqlsim.world.Message;

/** Entries of an origin, those after a sequence. */
final class Batch extends Message<Replica> {
    final int origin;
    final long after;
    final Entry[] entries;
    private final long identity;

    Batch(int origin, long after, Entry[] entries, long identity) {
        this.origin = origin;
        this.after = after;
        this.entries = entries;
        this.identity = identity;
    }

    Replica fromReplica() {
        return (Replica) from();
    }

    @Override
    protected void deliver() {
        to.replication.onBatch(this);
    }

    @Override
    protected long identity() {
        return identity;
    }

    @Override
    protected int kind() {
        return Kinds.BATCH;
    }
}
