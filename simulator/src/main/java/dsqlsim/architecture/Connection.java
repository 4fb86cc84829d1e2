package dsqlsim.architecture;

import dsqlsim.txn.Attempt;

/** One connection of a client's pool to the endpoint of a region. The client owns it; the design keeps its end in {@link #server}. */
public final class Connection {
    /** Unique in a run and independent of scheduling: a function of workload, pool slot and how often the slot was reopened. */
    public final long id;

    public final int workload;
    /** Index of the client's region. */
    public final int clientRegion;
    /** Index of the client's zone within its region. */
    public final int clientZone;
    /** Index of the region whose endpoint this connection goes to. */
    public final int endpoint;

    /** Whether read-only transactions over this connection ask for a reader, where the design has any. */
    public final boolean readers;

    public final Client client;
    /** True time when the connection was opened; -1 before. */
    public long openedAt = -1;
    /** The attempt that is using this connection, or null. */
    public Attempt attempt;
    /** What stands in front of the design, and keeps something of this connection. */
    public Object front;
    /** The design's own end of the connection. */
    public Object server;

    public Connection(long id, int workload, int clientRegion, int clientZone, int endpoint, Client client) {
        this(id, workload, clientRegion, clientZone, endpoint, false, client);
    }

    public Connection(
            long id, int workload, int clientRegion, int clientZone, int endpoint, boolean readers, Client client) {
        this.id = id;
        this.workload = workload;
        this.clientRegion = clientRegion;
        this.clientZone = clientZone;
        this.endpoint = endpoint;
        this.readers = readers;
        this.client = client;
    }
}
