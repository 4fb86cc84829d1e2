package dsqlsim.monitor;

/** Stable numbers for the kinds of events of monitoring: ingredients of the fingerprint. */
final class Kinds {
    static final int SCHEDULE = 140;
    static final int FUNCTION = 141;
    static final int EVALUATION = 142;
    static final int NOTIFICATION = 143;
    static final int REACTION = 144;

    private Kinds() {}
}
