package dsqlsim.fault;

import dsqlsim.kernel.Randomness;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Faults drawn from kinds and places. Times between injections are exponential with mean {@code mtbf}, their lengths with
 * mean {@code mttr}.
 *
 * <p>Units are what the design must survive the loss of: regions (the witness too) or, in a single region, zones. With
 * budget {@code survivable} a fault stays inside one unit, and another unit is hit only once the last one has healed and had
 * {@code settle} to become whole again: so at every instant at most one is unavailable.
 */
public record RandomFaults(
        List<String> kinds, List<Target> units, long mtbfNanos, long mttrNanos, boolean survivable, long settleNanos)
        implements Action {
    private static final long SECOND = 1_000_000_000L;
    private static final int COUNT_MAX = 100_000;

    static Action parse(Cursor yaml, Scene scene) {
        return yaml.record(fields -> {
            List<String> kinds = fields.optional("kinds", "left out: all that the budget allows")
                    .or(usual(scene.places()), each -> each.list(kind -> kind.value(Shape.word(RandomKinds.NAMES))));
            List<Target> units = fields.optional("places", "left out: every place that may fail on its own")
                    .or(units(scene.places()), each -> Targets.parse(each, scene));
            if (kinds.isEmpty()) {
                fields.reject("expected at least one kind");
            }
            String budget = fields.optional("budget", "survivable: at most one place at a time")
                    .or("survivable", Shape.word(List.of("survivable", "any")));
            if (budget.equals("survivable")
                    && kinds.contains("region-outage")
                    && !scene.places().multiRegion()) {
                fields.reject("a single region can't survive a region-outage; take it out or set budget: any");
            }
            long settle = scene.places().multiRegion() ? 90 * SECOND : 5 * SECOND;
            return new RandomFaults(
                    kinds,
                    units,
                    fields.optional("mtbf", "mean time from one injection to the next")
                            .or(10 * SECOND, Shape.TIME_SPAN),
                    fields.optional("mttr", "mean time to healing").or(2 * SECOND, Shape.TIME_SPAN),
                    budget.equals("survivable"),
                    fields.optional("settle", "what a place needs after healing before another may fail")
                            .or(settle, Shape.DURATION));
        });
    }

    private static List<String> usual(Places places) {
        return RandomKinds.NAMES.stream()
                .filter(kind -> places.multiRegion() || !kind.equals("region-outage"))
                .toList();
    }

    private static List<Target> units(Places places) {
        List<Target> units = new ArrayList<>();
        if (!places.multiRegion()) {
            places.regionNames()
                    .forEach(region -> places.zones(region).forEach(zone -> units.add(Target.zone(region, zone))));
            return units;
        }
        places.regionNames().forEach(region -> units.add(Target.region(region)));
        if (places.witness() != null) {
            units.add(Target.region(places.witness()));
        }
        return units;
    }

    @Override
    public List<Step> steps(Places places, long key, long lastsNanos) {
        List<Step> steps = new ArrayList<>();
        Target busy = null;
        long busyUntil = 0;
        long at = 0;
        for (int n = 0; n < COUNT_MAX; n++) {
            long draw = Randomness.key(key, n);
            at += exponential(Randomness.key(draw, "gap"), mtbfNanos);
            if (at >= lastsNanos) {
                break;
            }
            boolean bound = survivable && busy != null && at < busyUntil;
            Target unit = bound ? busy : pick(units, Randomness.key(draw, "unit"));
            long length = 1 + exponential(Randomness.key(draw, "length"), mttrNanos);
            String kind = pick(kinds, Randomness.key(draw, "kind"));
            steps.add(new Step(at, length, RandomKinds.draw(kind, unit, places, Randomness.key(draw, "action"))));
            busyUntil = bound ? Math.max(busyUntil, at + length + settleNanos) : at + length + settleNanos;
            busy = unit;
        }
        return steps;
    }

    @Override
    public Healing begin(Stage stage) {
        return Healing.NOTHING; // Never injected as a whole: see steps.
    }

    @Override
    public Disruption disruption() {
        boolean outages =
                kinds.contains("region-outage") || kinds.contains("zone-outage") || kinds.contains("partition");
        return outages ? Nodes.disruption(units) : Disruption.INFRASTRUCTURE;
    }

    @Override
    public List<Target> targets() {
        return units;
    }

    private static long exponential(long bits, long meanNanos) {
        return (long) (-StrictMath.log(1 - Randomness.uniform(bits)) * meanNanos);
    }

    private static <T> T pick(List<T> choices, long bits) {
        return choices.get((int) Randomness.below(bits, choices.size()));
    }
}
