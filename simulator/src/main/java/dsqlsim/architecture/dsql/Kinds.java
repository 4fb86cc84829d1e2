package dsqlsim.architecture.dsql;

import dsqlsim.architecture.Request;

/** Stable numbers for the kinds of events of this design: ingredients of the fingerprint. */
final class Kinds {
    static final int CONNECT = 1;
    static final int CONNECTED = 2;
    static final int BEGIN = 3;
    static final int STATEMENT = 5;
    static final int STATEMENT_DONE = 6;
    static final int COMMIT = 7;
    static final int ROLLBACK = 9;
    static final int CLOSE = 10;
    static final int LOST = 11;
    static final int READ = 12;
    static final int READ_DONE = 13;
    static final int CERTIFY = 14;
    static final int DECIDE = 15;
    static final int VERDICT = 16;
    static final int VOTE = 17;
    static final int GO_AHEAD = 18;
    static final int RELEASE_PROMISE = 19;
    static final int APPEND = 20;
    static final int APPENDED = 21;
    static final int KEEP_ALIVE = 22;
    static final int KEEP_ALIVE_DONE = 23;
    static final int PROMISE = 24;
    static final int REPORT = 25;
    static final int PROMISE_REPORT = 26;
    static final int CANDIDACY = 27;
    static final int GRANT = 28;
    static final int REFUSAL = 29;
    static final int ADOPT = 30;
    static final int ADOPTED = 31;
    static final int LEADER_HEARD = 32;
    static final int HAND_OVER = 33;
    static final int FETCH = 34;
    static final int FETCHED = 35;
    static final int RELEASE = 36;
    static final int RESYNC = 37;
    static final int REPLAY = 38;
    static final int LEADER_NEWS = 39;
    static final int HEARTBEAT = 40;
    static final int PROPOSAL = 41;
    static final int MEMBERSHIP_VOTE = 42;
    static final int MEMBERSHIP_NEWS = 43;
    static final int SERVE_NEWS = 45;
    static final int LEARNER_DONE = 46;
    static final int TIMER = 47;
    static final int APPENDED_AT_HEAD = 48;

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
