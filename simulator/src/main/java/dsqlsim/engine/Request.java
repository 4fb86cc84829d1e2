package dsqlsim.engine;

/** What is asked of a session. */
public enum Request {
    BEGIN(Kinds.BEGIN),
    STATEMENT(Kinds.STATEMENT),
    COMMIT(Kinds.COMMIT),
    ROLLBACK(Kinds.ROLLBACK),
    CLOSE(Kinds.CLOSE);

    /** Its number in fingerprints. */
    final int kind;

    Request(int kind) {
        this.kind = kind;
    }
}
