package dsqlsim.cache;

/** Stable numbers for the kinds of events of a cache: ingredients of the fingerprint. */
final class Kinds {
    static final int GET = 160;
    static final int GOT = 161;
    static final int PUT = 162;
    static final int REPLICATE = 163;
    static final int PATIENCE = 164;
    static final int ANSWER = 165;
    static final int FAILOVER = 166;
    static final int PROMOTION = 167;

    private Kinds() {}
}
