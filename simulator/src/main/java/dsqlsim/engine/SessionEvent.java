package dsqlsim.engine;

import dsqlsim.kernel.Event;

/** An event of a session at its database: nothing when that is gone, and later when it stands still. */
abstract class SessionEvent extends Event {
    final Session session;

    SessionEvent(Session session) {
        this.session = session;
    }

    abstract void act();

    @Override
    protected final void fire() {
        if (!session.dead() && !session.instance.deferred(this)) {
            act();
        }
    }

    @Override
    protected int kind() {
        return Kinds.TIMER;
    }

    @Override
    protected final int node() {
        return session.instance.id;
    }
}
