package dsqlsim.engine;

import dsqlsim.architecture.Request;

/** Stable numbers for the kinds of events of engines: ingredients of the fingerprint. Designs number theirs from 300 on. */
final class Kinds {
    static final int CONNECT = 200;
    static final int CONNECTED = 201;
    static final int BEGIN = 202;
    static final int STATEMENT = 203;
    static final int COMMIT = 204;
    static final int ROLLBACK = 205;
    static final int CLOSE = 206;
    static final int REPLY = 207;
    static final int LOST = 208;
    static final int EXECUTE = 209;
    static final int TIMER = 210;

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
