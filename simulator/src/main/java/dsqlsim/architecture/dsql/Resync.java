package dsqlsim.architecture.dsql;

import dsqlsim.world.Message;

/** A subscriber has seen the stream only up to a time, and what came then did not follow on it. */
final class Resync extends Message<Crossbar> {
    final DsqlNode asker;
    final long since;

    Resync(DsqlNode asker, long since) {
        this.asker = asker;
        this.since = since;
    }

    @Override
    protected void deliver() {
        to.onResync(this);
    }

    @Override
    protected long identity() {
        return since;
    }

    @Override
    protected int kind() {
        return Kinds.RESYNC;
    }
}
