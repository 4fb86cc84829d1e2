package dsqlsim.architecture.lww;

import dsqlsim.world.Message;

/** A sign of life to a neighbour, with what is on disk of each origin. */
final class Heartbeat extends Message<Replica> {
    private final long[] have;
    private final long number;

    Heartbeat(long[] have, long number) {
        this.have = have;
        this.number = number;
    }

    @Override
    protected void deliver() {
        to.replication.onHeartbeat((Replica) from(), have);
    }

    @Override
    protected boolean ephemeral() {
        return true;
    }

    @Override
    protected long identity() {
        return number;
    }

    @Override
    protected int kind() {
        return Kinds.HEARTBEAT;
    }
}
