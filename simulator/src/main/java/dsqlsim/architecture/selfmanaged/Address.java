package dsqlsim.architecture.selfmanaged;

import dsqlsim.architecture.ClientSite;
import dsqlsim.architecture.Connection;
import dsqlsim.engine.Directory;
import dsqlsim.engine.Instance;

/** The one address that clients have, wherever they are; reads may go to a standby if there is one. */
final class Address implements Directory {
    private final Site site;
    private Machine named;

    Address(Site site) {
        this.site = site;
    }

    void point(Machine to) {
        named = to;
    }

    @Override
    public Instance forConnection(Connection connection, ClientSite from) {
        return named;
    }

    @Override
    public Instance forReading(Connection connection, ClientSite from) {
        Machine standby = site.standby;
        return standby != null && standby.accepts() && standby.up() ? standby : null;
    }
}
