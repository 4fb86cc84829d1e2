package dsqlsim.engine;

import dsqlsim.kernel.Event;

/** A client finds that its connection is gone. */
final class Broken extends Event {
    private final Session session;

    Broken(Session session) {
        this.session = session;
    }

    @Override
    protected void fire() {
        if (session.origin != null) {
            session.origin.instance.forwardBroke(session.origin, session);
        } else if (session.connection.server instanceof ClientEnd end && end.loses(session)) {
            session.connection.client.lost(session.connection);
        }
    }

    @Override
    protected int kind() {
        return Kinds.LOST;
    }

    @Override
    protected int node() {
        return session.peer.id;
    }
}
