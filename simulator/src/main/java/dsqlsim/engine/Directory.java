package dsqlsim.engine;

import dsqlsim.architecture.ClientSite;
import dsqlsim.architecture.Connection;

/** Where a client believes its database to be: what DNS told it, or its driver knows. */
public interface Directory {
    /** Where a new connection goes now; null if the client knows of nothing. */
    Instance forConnection(Connection connection, ClientSite site);

    /** Where a read-only transaction goes that asked for a reader; null for where the connection goes. */
    Instance forReading(Connection connection, ClientSite site);
}
