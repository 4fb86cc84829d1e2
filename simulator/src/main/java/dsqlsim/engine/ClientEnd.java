package dsqlsim.engine;

/** What a client holds of its connection: a session where it writes, one where it only reads, or both; each when it is needed. */
final class ClientEnd {
    /** Of a connection that was closed before it came about. */
    static final ClientEnd CLOSED = new ClientEnd(null, false);

    /** Null while it has none. */
    private Session writer;

    private Session reader;
    /** Whether the running transaction, or the last one, is at the reader. */
    boolean reading;

    ClientEnd(Session first, boolean reading) {
        this.reading = reading;
        set(first);
    }

    Session writer() {
        return writer;
    }

    Session reader() {
        return reader;
    }

    /** The session of the running transaction, or the last one. */
    Session current() {
        return reading ? reader : writer;
    }

    void set(Session session) {
        if (reading) {
            reader = session;
        } else {
            writer = session;
        }
    }

    /** A session is gone: whether the connection is, too, for it was in use or the only one. */
    boolean loses(Session session) {
        boolean inUse = session == current();
        boolean known = inUse || session == writer || session == reader;
        if (session == writer) {
            writer = null;
        } else if (session == reader) {
            reader = null;
        }
        return known && (inUse || writer == null && reader == null);
    }
}
