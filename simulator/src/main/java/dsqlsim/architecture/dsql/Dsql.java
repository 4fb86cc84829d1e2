package dsqlsim.architecture.dsql;

import dsqlsim.architecture.Architecture;
import dsqlsim.architecture.Deployment;
import dsqlsim.architecture.Guarantees;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.List;

/** Aurora DSQL, in one region with journals over zones, or in two with journals over regions and a witness. */
public final class Dsql implements Architecture {
    private final String name;
    private final boolean multiRegion;

    private Dsql(String name, boolean multiRegion) {
        this.name = name;
        this.multiRegion = multiRegion;
    }

    public static Dsql singleRegion() {
        return new Dsql("dsql-single-region", false);
    }

    public static Dsql multiRegion() {
        return new Dsql("dsql-multi-region", true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Span span() {
        return multiRegion ? new Span(2, 2, true) : Span.ONE;
    }

    @Override
    public Guarantees guarantees(Setup setup) {
        List<Guarantees.Bound> bounds = new ArrayList<>();
        for (String disruption : List.of("infrastructure", "zone", "region").subList(0, multiRegion ? 3 : 2)) {
            bounds.add(new Guarantees.Bound("rpo", disruption, 0, "Aurora DSQL user guide, resilience"));
        }
        return new Guarantees(Guarantees.EVERY_CHECK, bounds);
    }

    @Override
    public Deployment deploy(World world, Setup setup) {
        Config config = new Config(setup.settings(), multiRegion, setup.serializable());
        Layout layout = new Layout(world.geography(), config, setup.shards(), setup.partitions());
        new DsqlBuilder(world, layout, (int) setup.settings().number("journal.replicas")).build();
        return new DsqlDeployment(world, layout);
    }
}
