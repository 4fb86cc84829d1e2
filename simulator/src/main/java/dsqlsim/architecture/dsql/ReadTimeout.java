package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Event;

/** No answer to some read of the running statement within the read timeout. */
final class ReadTimeout extends Event {
    private final Session session;

    ReadTimeout(Session session) {
        this.session = session;
    }

    @Override
    protected void fire() {
        if (!session.over() && !session.host.deferred(this)) {
            session.onReadTimeout();
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
