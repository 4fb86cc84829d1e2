package dsqlsim.engine;

/** What a client holds of its connection: a session where it writes, and perhaps another where it only reads. */
final class ClientEnd {
    /** Of a connection that was closed before it came about. */
    static final ClientEnd CLOSED = new ClientEnd(null);

    final Session session;
    /** At a reader; null until it is needed, and where there is none. */
    Session reader;
    /** Whether the running transaction is at the reader. */
    boolean reading;

    ClientEnd(Session session) {
        this.session = session;
    }

    Session current() {
        return reading ? reader : session;
    }

    boolean uses(Session which) {
        return which == session || which == reader;
    }
}
