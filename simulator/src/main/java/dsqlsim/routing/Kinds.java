package dsqlsim.routing;

/** Stable numbers for the kinds of events of routing: ingredients of the fingerprint. */
final class Kinds {
    static final int PROBE_DUE = 130;
    static final int REPORT = 131;
    static final int PUBLISHED = 132;

    private Kinds() {}
}
