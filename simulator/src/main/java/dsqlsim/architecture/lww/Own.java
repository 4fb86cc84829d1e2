package dsqlsim.architecture.lww;

import dsqlsim.kernel.Event;

/** Something that happens to a replica at a time: it dies with the process and waits out a pause. */
abstract class Own extends Event {
    private final Replica node;
    private final int incarnation;
    private final boolean onDisk;
    private final int kind;

    Own(Replica node, boolean onDisk, int kind) {
        this.node = node;
        this.incarnation = node.incarnation();
        this.onDisk = onDisk;
        this.kind = kind;
    }

    abstract void happen();

    @Override
    protected final void fire() {
        boolean gone = incarnation != node.incarnation() || !node.serves();
        if (!gone && !node.deferred(this) && !(onDisk && node.deferredByDisk(this))) {
            happen();
        }
    }

    @Override
    protected final int kind() {
        return kind;
    }

    @Override
    protected final int node() {
        return node.id;
    }
}
