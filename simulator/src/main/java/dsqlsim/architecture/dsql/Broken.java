package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Event;

/** A client finds that its connection is gone. */
final class Broken extends Event {
    private final Session session;

    Broken(Session session) {
        this.session = session;
    }

    @Override
    protected void fire() {
        if (session.connection.server == session) {
            session.connection.client.lost(session.connection);
        }
    }

    @Override
    protected int kind() {
        return Kinds.LOST;
    }

    @Override
    protected int node() {
        return session.site.id;
    }
}
