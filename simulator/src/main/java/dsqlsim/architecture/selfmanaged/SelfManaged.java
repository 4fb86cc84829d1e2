package dsqlsim.architecture.selfmanaged;

import dsqlsim.architecture.Architecture;
import dsqlsim.architecture.Deployment;
import dsqlsim.architecture.Guarantees;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A database that its owner runs: one machine, or two, with backups elsewhere. */
public final class SelfManaged implements Architecture {
    private static final String SOURCE =
            "what is configured: the time between backups and one's duration, or a standby";

    @Override
    public String name() {
        return "self-managed";
    }

    @Override
    public Span span() {
        return Span.ONE;
    }

    /** Once a backup has been restored time has gone back: whoever reads sees it, so only what survives that is promised. */
    @Override
    public Guarantees guarantees(Setup setup) {
        Config config = new Config(setup.settings(), setup.serializable());
        Set<String> checks = new LinkedHashSet<>(Guarantees.EVERY_CHECK);
        checks.removeAll(List.of("durability", "snapshot-isolation", "linearizable-reads"));
        List<Guarantees.Bound> bounds = new ArrayList<>();
        for (String disruption : List.of("infrastructure", "zone", "region")) {
            if (config.synchronous && !disruption.equals("region")) {
                bounds.add(new Guarantees.Bound("rpo", disruption, 0, SOURCE));
            } else if (config.backupEvery != Long.MAX_VALUE) {
                double seconds = (config.backupEvery + config.backupDuration.median()) / 1e9;
                bounds.add(new Guarantees.Bound("rpo", disruption, seconds, SOURCE));
            }
        }
        return new Guarantees(checks, bounds);
    }

    @Override
    public Deployment deploy(World world, Setup setup) {
        Config config = new Config(setup.settings(), setup.serializable());
        Site site = new Site(world, config);
        return new Running(world, site, new Repair(site, new Desk(world)));
    }
}
