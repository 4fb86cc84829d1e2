package dsqlsim.architecture.aurora;

import dsqlsim.architecture.Architecture;
import dsqlsim.architecture.Deployment;
import dsqlsim.architecture.Guarantees;
import dsqlsim.engine.EngineConfig;
import dsqlsim.ledger.Settings;
import dsqlsim.world.Geography;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Amazon Aurora in one region over its zones, or a global database of it over several regions. */
public final class Aurora implements Architecture {
    private static final String RESILIENCE = "Amazon Aurora user guide, high availability";

    private final String name;
    private final boolean global;

    private Aurora(String name, boolean global) {
        this.name = name;
        this.global = global;
    }

    public static Aurora multiAz() {
        return new Aurora("aurora-multi-az", false);
    }

    public static Aurora global() {
        return new Aurora("aurora-global", true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Span span() {
        return global ? new Span(2, 11, false) : Span.ONE;
    }

    /**
     * One region loses nothing. Several may: what had not arrived when an operator fails over is lost, and two may write then. What a
     * transaction sees is what its isolation says; a reader may show an older state than the writer. So may a writer that has been
     * superseded: until it hears of it, and after that as a reader, to whoever still has its address.
     */
    @Override
    public Guarantees guarantees(Setup setup) {
        Settings settings = setup.settings();
        EngineConfig engine = new EngineConfig(settings, setup.serializable());
        boolean stale = setup.readers()
                || global && !settings.text("aurora-global.write-forwarding").equals("off");
        boolean superseded = settings.number("aurora.readers") > 0;
        Set<String> checks = new LinkedHashSet<>(Guarantees.EVERY_CHECK);
        if (engine.isolation == EngineConfig.Isolation.READ_COMMITTED || global) {
            checks.remove("snapshot-isolation");
        }
        if (stale || global || superseded) {
            checks.remove("linearizable-reads");
        }
        if (global) {
            checks.remove("durability");
        }
        List<Guarantees.Bound> bounds = new ArrayList<>();
        for (String disruption : List.of("infrastructure", "zone")) {
            bounds.add(new Guarantees.Bound("rpo", disruption, 0, RESILIENCE));
        }
        return new Guarantees(checks, bounds);
    }

    @Override
    public Deployment deploy(World world, Setup setup) {
        AuroraConfig config = new AuroraConfig(setup.settings(), setup.serializable(), setup.readers());
        Geography places = world.geography();
        Endpoints endpoints = new Endpoints(world, config);
        Global shared = global ? new Global(world, config) : null;
        Running running = new Running(world, config, endpoints, shared);
        int regions = global ? places.fullRegions() : 1;
        List<Cluster> clusters = new ArrayList<>();
        for (int region = 0; region < regions; region++) {
            clusters.add(new Cluster(world, config, region, endpoints, shared, region == 0));
        }
        for (Cluster each : clusters) {
            if (global) {
                String name = places.regionName(each.region);
                each.server = new ReplicationServer(world, each, "replication-server." + name, 0, regions);
                each.agent = new ReplicationAgent(world, each, "replication-agent." + name, 0);
            }
        }
        running.begin(clusters);
        return running;
    }
}
