package dsqlsim.architecture.aurora;

/** Stable numbers for the kinds of events of this design: ingredients of the fingerprint. */
final class Kinds {
    static final int APPEND = 300;
    static final int APPENDED = 301;
    static final int CLAIM = 302;
    static final int CLAIMED = 303;
    static final int FILL = 304;
    static final int FILLED = 305;
    static final int BEAT = 306;
    static final int ORDER = 307;
    static final int PROMOTED = 308;
    static final int REDO = 309;
    static final int SHIPMENT = 310;
    static final int RECEIVED = 311;
    static final int WORD = 312;
    static final int FORWARD = 313;
    static final int POSITION = 314;
    static final int TIMER = 315;

    private Kinds() {}
}
