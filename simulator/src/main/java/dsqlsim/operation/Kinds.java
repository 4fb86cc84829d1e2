package dsqlsim.operation;

/** Stable numbers for the kinds of events of operations: ingredients of the fingerprint. */
final class Kinds {
    static final int TRANSITION = 150;
    static final int IDLE = 151;
    static final int WAITER = 152;
    static final int GATE = 153;

    private Kinds() {}
}
