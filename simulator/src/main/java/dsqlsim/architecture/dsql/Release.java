package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Event;

/** Part of the merged stream on its way to the zone's subscribers. */
final class Release extends Event {
    private final Crossbar crossbar;
    private final int incarnation;
    final long after;
    final long upTo;
    final Entry[] entries;

    Release(Crossbar crossbar, long after, long upTo, Entry[] entries) {
        this.crossbar = crossbar;
        this.incarnation = crossbar.incarnation();
        this.after = after;
        this.upTo = upTo;
        this.entries = entries;
    }

    @Override
    protected void fire() {
        if (crossbar.incarnation() == incarnation) {
            crossbar.arrive(this);
        }
    }

    @Override
    protected int kind() {
        return Kinds.RELEASE;
    }

    @Override
    protected int node() {
        return crossbar.id;
    }
}
