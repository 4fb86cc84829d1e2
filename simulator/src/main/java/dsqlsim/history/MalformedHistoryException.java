package dsqlsim.history;

/** A file that does not hold a history. */
public final class MalformedHistoryException extends Exception {
    private static final long serialVersionUID = 1;

    /** Something is wrong somewhere, such as at {@code 3:14}, line and column, or in {@code txns[2].ops[0]}. */
    MalformedHistoryException(String where, String message) {
        super(where.isEmpty() ? message : where + ": " + message);
    }
}
