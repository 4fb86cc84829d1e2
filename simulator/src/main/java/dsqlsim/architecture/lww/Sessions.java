package dsqlsim.architecture.lww;

import dsqlsim.architecture.ClientSite;
import dsqlsim.architecture.Connection;
import dsqlsim.kernel.Randomness;
import java.util.ArrayList;
import java.util.List;

/** The connections that end at a replica. */
final class Sessions {
    /** When clients that wait for an answer have sent their packet again to a node that is back, and are reset. */
    private static final long RETRANSMITTED_AFTER = 200_000_000L;

    private final Replica at;
    private final List<Session> open = new ArrayList<>();
    /** Connections whose clients do not know yet that power was lost. */
    private final List<Session> forgotten = new ArrayList<>();

    Sessions(Replica at) {
        this.at = at;
    }

    Session open(Connection connection, ClientSite site) {
        Session session = new Session(at, connection, site);
        open.add(session);
        return session;
    }

    void close(Session session) {
        session.end();
        open.remove(session);
    }

    /** Breaks a share of the connections, chosen by their ids. */
    void drop(double share, long key) {
        for (int i = open.size() - 1; i >= 0; i--) {
            Session session = open.get(i);
            if (Randomness.uniform(Randomness.key(key, session.connection.id)) < share) {
                open.remove(i);
                session.end();
                session.breakAfter(at.world().nominalDelay(at, session.site));
            }
        }
    }

    /** The host resets all connections; after a loss of power nobody does, until clients' own time for that is over. */
    void crash(boolean silently) {
        for (Session session : open) {
            session.end();
            session.breakAfter(
                    silently ? at.world().connectionTimeout() : at.world().nominalDelay(at, session.site));
            if (silently) {
                forgotten.add(session);
            }
        }
        open.clear();
    }

    void restarted() {
        for (Session session : forgotten) {
            session.breakAfter(RETRANSMITTED_AFTER);
        }
        forgotten.clear();
    }
}
