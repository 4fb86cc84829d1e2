package dsqlsim.architecture.dsql;

import dsqlsim.world.Message;

/** I am here, I heard you at {@code echo}, and this is what I know. */
final class Heartbeat extends Message<ControlPlane> {
    final ControlPlane sender;
    final long sentAt;
    final long echo;
    final Membership membership;
    final boolean caughtUp;

    Heartbeat(ControlPlane sender, long sentAt, long echo, Membership membership, boolean caughtUp) {
        this.sender = sender;
        this.sentAt = sentAt;
        this.echo = echo;
        this.membership = membership;
        this.caughtUp = caughtUp;
    }

    @Override
    protected void deliver() {
        to.onHeartbeat(this);
    }

    @Override
    protected boolean ephemeral() {
        return true;
    }

    @Override
    protected long identity() {
        return sentAt;
    }

    @Override
    protected int kind() {
        return Kinds.HEARTBEAT;
    }
}
