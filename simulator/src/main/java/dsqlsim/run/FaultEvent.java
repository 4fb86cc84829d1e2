package dsqlsim.run;

import dsqlsim.kernel.Event;

/** A fault begins or ends. */
final class FaultEvent extends Event {
    private static final int KIND = 90;

    private final int fault;
    private final Runnable action;

    FaultEvent(int fault, Runnable action) {
        this.fault = fault;
        this.action = action;
    }

    @Override
    protected void fire() {
        action.run();
    }

    @Override
    protected int kind() {
        return KIND;
    }

    @Override
    protected int node() {
        return -2 - fault;
    }
}
