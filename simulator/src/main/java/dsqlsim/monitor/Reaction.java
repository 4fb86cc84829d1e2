package dsqlsim.monitor;

import dsqlsim.kernel.Event;

/** A person has made up their mind. People stand outside of every place. */
final class Reaction extends Event {
    private final Runnable action;

    Reaction(Runnable action) {
        this.action = action;
    }

    @Override
    protected void fire() {
        action.run();
    }

    @Override
    protected int kind() {
        return Kinds.REACTION;
    }
}
