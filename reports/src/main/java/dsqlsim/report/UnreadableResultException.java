package dsqlsim.report;

/** A text that should be a result file and is not; the message says why, for the user. */
public final class UnreadableResultException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableResultException(String message, Throwable cause) {
        super(message, cause);
    }
}
