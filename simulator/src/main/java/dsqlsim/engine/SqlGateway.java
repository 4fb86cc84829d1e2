package dsqlsim.engine;

import dsqlsim.architecture.ClientSite;
import dsqlsim.architecture.ClientSites;
import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Injections;
import dsqlsim.architecture.Opening;
import dsqlsim.architecture.Question;
import dsqlsim.architecture.Request;
import dsqlsim.architecture.SessionGateway;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.world.Message;
import dsqlsim.world.World;

/** The clients' side of databases with sessions. It adds a site to the world for every zone. */
public final class SqlGateway extends SessionGateway {
    /** A client that has no address to try, or is turned away at once. */
    private static final long AT_ONCE = 1_000_000L;

    private final Directory directory;
    private final Injections injections;

    public SqlGateway(World world, Directory directory, Injections injections) {
        super(world, ClientSites.everywhere(world));
        this.directory = directory;
        this.injections = injections;
    }

    @Override
    public void connect(Connection connection) {
        ClientSite site = site(connection);
        Instance to = target(connection, connection.readers);
        if (to == null || injections.refuses(connection.id, connection.endpoint)) {
            refuseAfter(connection, AT_ONCE);
        } else if (to.up()) {
            world.send(site, to, new Connect(connection, site, connection.readers));
        } else if (!to.lostPower()) {
            refuseAfter(connection, 2 * world.nominalDelay(site, to));
        }
    }

    private void refuseAfter(Connection connection, long nanos) {
        world.simulation().after(nanos, new Refused(connection, null, site(connection).id));
    }

    @Override
    public void begin(Connection connection) {
        if (!(connection.server instanceof ClientEnd end)) {
            return;
        }
        end.reading = connection.readers && connection.attempt.plan.readOnly();
        if (end.current() == null) {
            open(connection, end);
        } else {
            ask(connection, Request.BEGIN, 0);
        }
    }

    /** A connection that has only read so far is to write, or the other way round. */
    private void open(Connection connection, ClientEnd end) {
        ClientSite site = site(connection);
        Instance to = target(connection, end.reading);
        if (to != null && to.up()) {
            world.send(site, to, new Open(connection, connection.attempt, end, site));
        } else if (to == null || !to.lostPower()) {
            long after = to == null ? AT_ONCE : 2 * world.nominalDelay(site, to);
            world.simulation().after(after, new Refused(connection, connection.attempt, site.id));
        }
    }

    /** Where a client that reads, or writes too, turns to; null if it knows of nothing. */
    private Instance target(Connection connection, boolean reading) {
        Instance reader = reading ? directory.forReading(connection, site(connection)) : null;
        return reader != null ? reader : directory.forConnection(connection, site(connection));
    }

    @Override
    public void close(Connection connection) {
        if (connection.server instanceof ClientEnd end) {
            close(connection, end.writer());
            close(connection, end.reader());
        }
        connection.server = ClientEnd.CLOSED;
    }

    private void close(Connection connection, Session session) {
        if (session == null) {
            return;
        }
        world.send(site(connection), session.instance, new Ask(session, null, Request.CLOSE, 0));
    }

    @Override
    protected void ask(Connection connection, Request what, int statement) {
        if (connection.server instanceof ClientEnd end && end.current() != null) {
            Session session = end.current();
            world.send(site(connection), session.instance, new Ask(session, connection.attempt, what, statement));
        }
    }

    // ---- messages

    /** A client wants a connection. */
    private static final class Connect extends Opening<Instance> {
        private final ClientSite site;
        private final boolean reading;

        Connect(Connection connection, ClientSite site, boolean reading) {
            super(connection, Kinds.CONNECT);
            this.site = site;
            this.reading = reading;
        }

        @Override
        protected void deliver() {
            Session session = to.accept(connection, site, null);
            long work = session == null ? 0 : to.config.connectTime.sample(to.draw(7, connection.id));
            to.answer(site, new Connected(connection, session, reading), work);
        }
    }

    /** A client has its connection, or is refused; it may have closed it meanwhile. */
    private static final class Connected extends Opening<ClientSite> {
        private final Session session;
        private final boolean reading;

        Connected(Connection connection, Session session, boolean reading) {
            super(connection, Kinds.CONNECTED);
            this.session = session;
            this.reading = reading;
        }

        @Override
        protected void deliver() {
            if (connection.server == ClientEnd.CLOSED) {
                if (session != null) {
                    session.instance.forget(session);
                    session.close();
                }
            } else if (session == null || session.dead()) {
                connection.client.refused(connection);
            } else {
                connection.server = new ClientEnd(session, reading);
                connection.client.connected(connection);
            }
        }
    }

    /** A client turns to another instance for the first time, and begins there. */
    private static final class Open extends Message<Instance> {
        private final Connection connection;
        private final Attempt attempt;
        private final ClientEnd end;
        private final ClientSite site;

        Open(Connection connection, Attempt attempt, ClientEnd end, ClientSite site) {
            this.connection = connection;
            this.attempt = attempt;
            this.end = end;
            this.site = site;
        }

        @Override
        protected void deliver() {
            if (end.current() == null && connection.attempt == attempt) {
                Session session = to.accept(connection, site, null);
                if (session == null) {
                    to.answer(site, new NotTaken(connection, attempt), 0);
                } else {
                    end.set(session);
                    session.ask(attempt, Request.BEGIN, 0);
                }
            }
        }

        @Override
        protected long identity() {
            return Randomness.key(connection.id, attempt.id);
        }

        @Override
        protected int kind() {
            return Kinds.CONNECT;
        }
    }

    /** An instance does not take a client in that wanted to begin there. */
    private static final class NotTaken extends Message<ClientSite> {
        private final Connection connection;
        private final Attempt attempt;

        NotTaken(Connection connection, Attempt attempt) {
            this.connection = connection;
            this.attempt = attempt;
        }

        @Override
        protected void deliver() {
            if (connection.attempt == attempt) {
                connection.client.rejected(connection, attempt, Outcome.FAILED_UNAVAILABLE);
            }
        }

        @Override
        protected long identity() {
            return Randomness.key(connection.id, attempt.id);
        }

        @Override
        protected int kind() {
            return Kinds.CONNECTED;
        }
    }

    /** A client asks something of its session. */
    private static final class Ask extends Question<Instance> {
        private final Session session;

        Ask(Session session, Attempt attempt, Request what, int statement) {
            super(session.connection, attempt, what, statement);
            this.session = session;
        }

        @Override
        protected void deliver() {
            if (session.dead()) {
                to.reset(session);
            } else if (!to.divert(session, attempt, what, statement)) {
                session.ask(attempt, what, statement);
            }
        }

        @Override
        protected int kind() {
            return Kinds.of(what);
        }
    }

    /** Nobody is there, or nobody is known: for a connection, or for an attempt that wants a second session. */
    private static final class Refused extends Event {
        private final Connection connection;
        private final Attempt attempt;
        private final int site;

        Refused(Connection connection, Attempt attempt, int site) {
            this.connection = connection;
            this.attempt = attempt;
            this.site = site;
        }

        @Override
        protected void fire() {
            if (attempt != null) {
                connection.client.rejected(connection, attempt, Outcome.FAILED_UNAVAILABLE);
            } else if (connection.server != ClientEnd.CLOSED) {
                connection.client.refused(connection);
            }
        }

        @Override
        protected int kind() {
            return Kinds.CONNECTED;
        }

        @Override
        protected int node() {
            return site;
        }
    }
}
