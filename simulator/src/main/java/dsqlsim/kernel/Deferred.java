package dsqlsim.kernel;

/** Something that is done later and is no node's: people act, states change, services move on. */
public final class Deferred extends Event {
    private final int kind;
    private final Runnable action;

    /** {@code kind} is a small stable number for the fingerprint. */
    public Deferred(int kind, Runnable action) {
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
