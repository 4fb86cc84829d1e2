package dsqlsim.cache;

import dsqlsim.kernel.Event;

/** Something that is done later, whatever happens to any node until then. */
final class Deferred extends Event {
    private final int kind;
    private final Runnable action;

    Deferred(int kind, Runnable action) {
        this.kind = kind;
        this.action = action;
    }

    @Override
    protected void fire() {
        action.run();
    }

    @Override
    protected int kind() {
        return kind;
    }
}
