package dsqlsim.architecture.lww;

import dsqlsim.architecture.Request;

/** Stable numbers for the kinds of events of this design: ingredients of the fingerprint. */
final class Kinds {
    static final int CONNECT = 101;
    static final int CONNECTED = 102;
    static final int BEGIN = 103;
    static final int STATEMENT = 104;
    static final int COMMIT = 105;
    static final int ROLLBACK = 106;
    static final int CLOSE = 107;
    static final int REPLY = 108;
    static final int LOST = 109;
    static final int READ = 110;
    static final int READ_DONE = 111;
    static final int BATCH = 112;
    static final int PERSISTED = 113;
    static final int HAVE = 114;
    static final int HEARTBEAT = 115;
    static final int TIMER = 116;
    static final int APPLY = 117;

    private Kinds() {}

    static int of(Request what) {
        return switch (what) {
            case BEGIN -> BEGIN;
            case STATEMENT -> STATEMENT;
            case COMMIT -> COMMIT;
            case ROLLBACK -> ROLLBACK;
            case CLOSE -> CLOSE;
        };
    }
}
