package dsqlsim.fault;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Randomness;
import java.util.List;

/** What random faults can be: one place, and something in it. A lie of clocks is not among them: nothing survives that whole. */
final class RandomKinds {
    static final List<String> NAMES =
            List.of("crash", "pause", "slow", "zone-outage", "region-outage", "partition", "impair", "clock", "disk");

    private static final List<String> ROLES = List.of(
            Roles.ADJUDICATOR_LEADER,
            Roles.ADJUDICATOR,
            Roles.JOURNAL,
            Roles.CROSSBAR,
            Roles.STORAGE,
            Roles.QUERY_PROCESSOR);
    private static final double SLOW = 10;

    private RandomKinds() {}

    static Action draw(String kind, Target unit, Places places, long key) {
        List<Target> nodes = List.of(nodes(unit, places, key));
        List<Target> place = List.of(unit);
        long bits = Randomness.key(key, "variant");
        return switch (kind) {
            case "crash" -> new Crash(nodes);
            case "pause" -> new Pause(nodes);
            case "slow" -> new Slow(nodes, SLOW);
            case "zone-outage" -> new Outage(List.of(zone(unit, places, bits)));
            case "region-outage" -> new Outage(List.of(Target.region(unit.region())));
            case "partition" -> new Partition(place, null, pick(List.of(Direction.values()), bits), false);
            case "impair" -> new Impair(place, null, impairment(bits));
            case "clock" -> new ClockFault(nodes, pick(clocks(), bits));
            default -> disk(unit, places, key, bits);
        };
    }

    /** A zone in the unit; the witness has none that the design would see. */
    private static Target zone(Target unit, Places places, long bits) {
        List<String> zones = places.zones(unit.region());
        return unit.zone() != null || zones.isEmpty() ? unit : Target.zone(unit.region(), pick(zones, bits));
    }

    private static Target nodes(Target unit, Places places, long key) {
        boolean witness = unit.region().equals(places.witness());
        String role = witness ? Roles.JOURNAL : pick(roles(places), Randomness.key(key, "role"));
        Target nodes = Target.role(role).in(unit.region(), unit.zone());
        boolean sharded = role.startsWith(Roles.ADJUDICATOR) || role.equals(Roles.JOURNAL);
        int shard = (int) Randomness.below(Randomness.key(key, "shard"), Math.max(1, places.shards()));
        return sharded ? nodes.ofShard(shard) : nodes;
    }

    private static Action disk(Target unit, Places places, long key, long bits) {
        int shard = (int) Randomness.below(Randomness.key(key, "shard"), Math.max(1, places.shards()));
        String role = Roles.withDisk(places.architecture());
        Target nodes = Target.role(role).in(unit.region(), unit.zone());
        DiskFault.Wrong wrong = pick(List.of(DiskFault.Wrong.values()), bits);
        return new DiskFault(
                List.of(role.equals(Roles.JOURNAL) ? nodes.ofShard(shard) : nodes),
                wrong,
                wrong == DiskFault.Wrong.SLOW ? SLOW : 0);
    }

    private static List<String> roles(Places places) {
        return places.architecture().startsWith("dsql-") ? ROLES : Roles.of(places.architecture());
    }

    private static Impairment impairment(long bits) {
        Distribution delay = Distribution.constant(Randomness.below(bits, 50_000_000L));
        double loss = Randomness.uniform(Randomness.key(bits, 1)) * 0.1;
        return new Impairment(delay, Distribution.ZERO, loss, 0, 1, false);
    }

    private static List<ClockFault.Wrong> clocks() {
        return List.of(new ClockFault.LoseSync(), new ClockFault.Drift(20), new ClockFault.Disrupt());
    }

    private static <T> T pick(List<T> choices, long bits) {
        return choices.get((int) Randomness.below(bits, choices.size()));
    }
}
