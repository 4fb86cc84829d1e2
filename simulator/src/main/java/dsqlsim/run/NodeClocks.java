package dsqlsim.run;

import dsqlsim.fault.Target;
import dsqlsim.kernel.Randomness;
import dsqlsim.ledger.PlantedBug;
import dsqlsim.ledger.Settings;
import dsqlsim.scenario.ClockSpec;
import dsqlsim.world.Clock;
import dsqlsim.world.Geography;
import dsqlsim.world.Node;
import java.util.List;

/** Each node's clock: the ledger's values, and over them what the scenario says of clocks of its role and place. */
final class NodeClocks {
    private final Geography geography;
    private final Settings settings;
    private final List<ClockSpec> own;

    NodeClocks(Geography geography, Settings settings, List<ClockSpec> own) {
        this.geography = geography;
        this.settings = settings;
        this.own = own;
    }

    Clock of(Node node, long key) {
        long offset = settings.nanos("clock.offset");
        long bound = settings.nanos("clock.bound");
        double drift = settings.number("clock.drift");
        double growth = 0;
        long every = 0;
        for (ClockSpec spec : own) {
            if (matches(spec.nodes(), node)) {
                offset = spec.offsetNanos() != null ? spec.offsetNanos() : offset;
                drift = spec.driftPpm() != null ? spec.driftPpm() : drift;
                if (spec.bound() != null) {
                    bound = spec.bound().baseNanos();
                    growth = spec.bound().growthPpm();
                    every = spec.bound().everyNanos();
                }
            }
        }
        long interval = settings.nanos("clock.sync-interval");
        long phase = interval == Long.MAX_VALUE ? 0 : Randomness.below(key, interval);
        return new Clock(
                new Clock.Setting(
                        offset,
                        bound,
                        drift,
                        settings.text("faults.planted-bug").equals(PlantedBug.BOUND_IGNORES_DRIFT.label())
                                ? 0
                                : settings.number("clock.drift-bound"),
                        interval,
                        settings.nanos("clock.free-running-after"),
                        settings.nanos("clock.void-after"),
                        Math.round(growth * 1000),
                        every),
                phase);
    }

    private boolean matches(Target target, Node node) {
        boolean region = target.region() == null || geography.regionIndex(target.region()) == node.region;
        boolean zone = target.zone() == null
                || node.zone >= 0 && geography.zoneName(node.region, node.zone).equals(target.zone());
        boolean role = target.role() == null || node.role.equals(target.role());
        return region && zone && role && (target.shard() < 0 || target.shard() == node.shard);
    }
}
