package dsqlsim.architecture;

/** What a client asks of its session. */
public enum Request {
    BEGIN,
    STATEMENT,
    COMMIT,
    ROLLBACK,
    CLOSE
}
