package dsqlsim.architecture;

import dsqlsim.world.Geography;
import dsqlsim.world.World;

/** Where clients are: a site in every zone. */
public final class ClientSites {
    private final World world;
    private final ClientSite[][] byRegion;

    /** None yet. */
    public ClientSites(World world) {
        this.world = world;
        this.byRegion = new ClientSite[world.geography().regions().size()][];
    }

    /** Adds those of every region. */
    public static ClientSites everywhere(World world) {
        ClientSites sites = new ClientSites(world);
        for (int region = 0; region < sites.byRegion.length; region++) {
            for (int zone = 0; zone < world.geography().zones(region); zone++) {
                sites.add(region, zone);
            }
        }
        return sites;
    }

    /** Adds one to the world, for a design that has an order of its own. */
    public void add(int region, int zone) {
        Geography places = world.geography();
        if (byRegion[region] == null) {
            byRegion[region] = new ClientSite[places.zones(region)];
        }
        byRegion[region][zone] = new ClientSite(world, "clients." + places.zoneName(region, zone), region, zone);
    }

    /** Where the client of a connection is. */
    public ClientSite of(Connection connection) {
        return byRegion[connection.clientRegion][connection.clientZone];
    }
}
