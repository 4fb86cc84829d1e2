package dsqlsim.probe;

/** Stable numbers for the kinds of events of probing: ingredients of the fingerprint. */
final class Kinds {
    static final int ASK = 120;
    static final int TAKEN_ON = 121;
    static final int ANSWER = 122;
    static final int PATIENCE = 123;
    static final int CHECK = 124;

    private Kinds() {}
}
