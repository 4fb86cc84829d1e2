package dsqlsim.architecture.selfmanaged;

/** Stable numbers for the kinds of events of this design: ingredients of the fingerprint. */
final class Kinds {
    static final int PERSISTED = 401;
    static final int SHIP = 402;
    static final int RECEIVED = 403;
    static final int BACKUP = 404;
    static final int LOG = 405;
    static final int STORED = 406;
    static final int TIMER = 407;
    static final int STEP = 408;

    private Kinds() {}
}
