package dsqlsim.architecture;

/** A connection's end at a database. */
public interface ServerEnd {
    /** Whether the database knows nothing of the connection any more. */
    boolean over();
}
