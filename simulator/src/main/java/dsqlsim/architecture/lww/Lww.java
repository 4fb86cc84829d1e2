package dsqlsim.architecture.lww;

import dsqlsim.architecture.Architecture;
import dsqlsim.architecture.ClientSites;
import dsqlsim.architecture.Deployment;
import dsqlsim.architecture.Guarantees;
import dsqlsim.world.Geography;
import dsqlsim.world.World;
import java.util.List;
import java.util.Set;

/** Active-active: every region takes reads and writes by itself, and replicates what was written to the others afterwards. */
public final class Lww implements Architecture {
    private static final String SOURCE = "durable in a majority of a region's zones; as DynamoDB global tables";

    @Override
    public String name() {
        return "active-active-lww";
    }

    @Override
    public Span span() {
        return new Span(2, 11, false);
    }

    /** Nothing but that nobody's answer is dropped, and that one machine or zone less loses nothing. */
    @Override
    public Guarantees guarantees(Setup setup) {
        return new Guarantees(
                Set.of("conservation"),
                List.of(
                        new Guarantees.Bound("rpo", "infrastructure", 0, SOURCE),
                        new Guarantees.Bound("rpo", "zone", 0, SOURCE)));
    }

    @Override
    public Deployment deploy(World world, Setup setup) {
        Config config = new Config(setup.settings());
        Geography places = world.geography();
        Layout layout = new Layout(config, places.fullRegions(), new ClientSites(world));
        int origins = 0;
        for (int region = 0; region < places.fullRegions(); region++) {
            origins += places.zones(region);
        }
        for (int region = 0; region < places.fullRegions(); region++) {
            build(world, layout, region, origins);
        }
        layout.origins.forEach(each -> each.replication.start());
        return new Running(world, layout);
    }

    private static void build(World world, Layout layout, int region, int origins) {
        Geography places = world.geography();
        int zones = places.zones(region);
        layout.regions[region] = new Replica[zones];
        for (int zone = 0; zone < zones; zone++) {
            String place = places.zoneName(region, zone);
            layout.sites.add(region, zone);
            int origin = layout.origins.size();
            Replica replica = new Replica(world, layout, "replica." + place, region, zone, origin, origins);
            layout.regions[region][zone] = replica;
            layout.origins.add(replica);
        }
        layout.endpoints[region] = new Endpoint(world, layout, "router." + places.regionName(region), region);
    }
}
