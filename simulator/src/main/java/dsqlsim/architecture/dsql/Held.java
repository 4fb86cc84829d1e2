package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Event;

/** What a statement read should surely be past now; if the clock's bound has grown since, it waits on. */
final class Held extends Event {
    private final Session session;
    private final long serial;

    Held(Session session, long serial) {
        this.session = session;
        this.serial = serial;
    }

    @Override
    protected void fire() {
        if (session.serial() == serial && !session.over() && !session.host.deferred(this)) {
            session.finishStatement();
        }
    }

    @Override
    protected int kind() {
        return Kinds.TIMER;
    }

    @Override
    protected int node() {
        return session.host.id;
    }
}
