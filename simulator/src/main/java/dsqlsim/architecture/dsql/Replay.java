package dsqlsim.architecture.dsql;

import dsqlsim.world.Message;

/** The stream again, from where a subscriber lost it. */
final class Replay extends Message<DsqlNode> {
    private final Crossbar crossbar;
    private final long after;
    private final long upTo;
    private final Entry[] entries;

    Replay(Crossbar crossbar, long after, long upTo, Entry[] entries) {
        this.crossbar = crossbar;
        this.after = after;
        this.upTo = upTo;
        this.entries = entries;
    }

    @Override
    protected void deliver() {
        ((Subscriber) to).onReplay(crossbar, after, upTo, entries);
    }

    @Override
    protected long identity() {
        return upTo;
    }

    @Override
    protected int kind() {
        return Kinds.REPLAY;
    }
}
