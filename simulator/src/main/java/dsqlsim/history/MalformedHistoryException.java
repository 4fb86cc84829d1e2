package dsqlsim.history;

/** A file that is no history. */
public final class MalformedHistoryException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedHistoryException(String message) {
        super(message);
    }
}
