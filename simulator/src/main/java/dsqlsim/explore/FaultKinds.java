package dsqlsim.explore;

import dsqlsim.fault.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can go wrong in a drawn scenario: the kinds of the language, on every role and place. */
final class FaultKinds {
    private static final List<String> ROLES = List.of(
            "adjudicator-leader",
            "adjudicator-leader",
            "adjudicator-standby",
            "journal",
            "journal",
            "crossbar",
            "storage",
            "query-processor",
            "control-plane");
    private static final List<String> ALL = List.of(
            "crash",
            "pair",
            "pause",
            "slow",
            "outage",
            "isolate",
            "between",
            "one-way",
            "cut-role",
            "impair",
            "clock",
            "disk",
            "front");

    private final List<String> kinds;
    private final List<String> roles;
    private final Ground ground;
    private final Budget budget;

    private FaultKinds(List<String> kinds, List<String> roles, Ground ground, Budget budget) {
        this.kinds = kinds;
        this.roles = roles;
        this.ground = ground;
        this.budget = budget;
    }

    /** The kinds and roles of one scenario: about half of all. */
    static FaultKinds swarm(Dice dice, Ground ground, Budget budget) {
        return new FaultKinds(
                half(dice.of("kinds"), ALL), half(dice.of("roles"), roles(ground.architecture())), ground, budget);
    }

    /** The roles of a design that are drawn, some of them more often; null is DSQL. */
    static List<String> roles(String architecture) {
        return architecture == null || Ground.isDsql(architecture) ? ROLES : Roles.of(architecture);
    }

    /** Those whose disks are. */
    static List<String> disks(String architecture) {
        return architecture == null || Ground.isDsql(architecture)
                ? List.of("journal", "journal", "storage")
                : List.of(Roles.withDisk(architecture));
    }

    private static List<String> half(Dice dice, List<String> all) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (dice.of("one", i).chance("in", 0.5)) {
                some.add(all.get(i));
            }
        }
        return some.isEmpty() ? all : some;
    }

    /** Whether what the design has promised to keep is lost in one place. */
    boolean loses(Map.Entry<String, Object> what) {
        return what.getKey().equals("disk")
                && Draft.map(what.getValue()).containsKey("lose")
                && Roles.withDisk(ground.architecture())
                        .equals(Draft.map(what.getValue()).get("role"));
    }

    /** Whether a region may miss heartbeats of another that is well: for links between them, or its own control plane. */
    static boolean mayEvict(Map.Entry<String, Object> what) {
        boolean links = what.getKey().equals("partition") || what.getKey().equals("impair");
        String nodes = what.getValue().toString();
        return links && !nodes.contains("role=") || nodes.contains("role=control-plane");
    }

    /** One fault within a failure domain; null is anywhere. */
    Map.Entry<String, Object> draw(Dice dice, String unit) {
        if (budget == Budget.LIES && dice.chance("lie", 0.5)) {
            return Map.entry("clock", with(nodes(dice, unit, roles), "lie", lie(dice)));
        }
        String place = unit == null ? dice.pick("place", ground.units()) : unit;
        return switch (dice.pick("kind", kinds)) {
            case "pair" -> Map.entry(dice.pick("how", "crash", "pause"), pair(dice, unit));
            case "pause" -> Map.entry("pause", nodes(dice, unit, roles));
            case "slow" ->
                Map.entry("slow", with(nodes(dice, unit, roles), "factor", "x" + dice.spread("factor", 3, 100)));
            case "outage" -> outage(dice, place);
            case "isolate" -> Map.entry("partition", Draft.entries("isolate", List.of(place)));
            case "one-way" ->
                Map.entry(
                        "partition",
                        with(sides(dice, place), "direction", dice.pick("direction", "outbound", "inbound")));
            case "between" -> Map.entry("partition", between(dice, place));
            case "cut-role" -> Map.entry("partition", Draft.entries("isolate", List.of(nodes(dice, unit, roles))));
            case "impair" -> Map.entry("impair", impair(dice, sides(dice, place)));
            case "clock" -> Map.entry("clock", clock(dice, nodes(dice, unit, roles)));
            case "disk" -> Map.entry("disk", disk(dice, unit));
            case "front" -> front(dice);
            default -> Map.entry("crash", nodes(dice, unit, roles));
        };
    }

    private static String lie(Dice dice) {
        return (dice.chance("back", 0.5) ? "-" : "") + dice.spread("off", 1, 300) + "ms";
    }

    private Map.Entry<String, Object> outage(Dice dice, String place) {
        if (ground.isZone(place)) {
            return Map.entry("zone-outage", place);
        }
        boolean whole = place.equals(ground.witness()) || dice.chance("whole", 0.6);
        return whole
                ? Map.entry("region-outage", place)
                : Map.entry("zone-outage", dice.pick("zone", ground.zones(place)));
    }

    /** The selection of nodes of some role, within a failure domain or anywhere. */
    private Map<String, Object> nodes(Dice dice, String unit, List<String> among) {
        boolean witness = unit != null && unit.equals(ground.witness());
        String role = witness ? "journal" : dice.pick("role", among);
        boolean sharded = role.startsWith("adjudicator") || role.equals("journal");
        String in = unit == null ? null : ground.isZone(unit) ? "zone" : "region";
        Map<String, Object> nodes = Draft.entries("role", role);
        if (in != null) {
            nodes.put(in, unit);
        }
        if (sharded && dice.chance("one shard", 0.7)) {
            nodes.put("shard", dice.between("shard", 0, ground.shards() - 1));
        }
        boolean several = role.equals("storage") || role.equals("query-processor") || role.equals("crossbar");
        if (several && dice.chance("some", 0.5)) {
            nodes.put("share", "50%");
        }
        return nodes;
    }

    /** Two roles at once, such as a leader and the journals. */
    private List<Map<String, Object>> pair(Dice dice, String unit) {
        List<String> any = roles(ground.architecture());
        List<String> ones = ground.dsql() ? List.of("adjudicator-leader", "journal") : any;
        List<String> others = ground.dsql() ? List.of("adjudicator-standby", "journal", "crossbar", "storage") : any;
        Map<String, Object> first = nodes(dice.of("first"), unit, ones);
        Map<String, Object> second = nodes(dice.of("second"), unit, others);
        return List.of(first, second);
    }

    private Map<String, Object> between(Dice dice, String place) {
        List<String> others =
                ground.units().stream().filter(each -> !each.equals(place)).toList();
        return Draft.entries("between", List.of(place, dice.pick("other", others)));
    }

    private Map<String, Object> sides(Dice dice, String place) {
        return dice.chance("one link", 0.5) ? between(dice, place) : Draft.entries("isolate", List.of(place));
    }

    private static Map<String, Object> impair(Dice dice, Map<String, Object> sides) {
        boolean datagrams = dice.chance("datagrams", 0.4);
        if (datagrams || dice.chance("lossy", 0.5)) {
            sides.put("loss", dice.pick("loss", "1%", "5%", "20%", "50%"));
        }
        if (datagrams) {
            sides.put("duplicate", dice.pick("duplicate", "1%", "10%"));
            sides.put("jitter", "exponential(" + dice.spread("jitter", 1, 50) + "ms)");
            sides.put("datagrams", "true");
        }
        if (!sides.containsKey("loss") || dice.chance("slow", 0.3)) {
            sides.put("delay", dice.spread("delay", 1, 400) + "ms");
        }
        if (dice.chance("some flows", 0.3)) {
            sides.put("share", "50%");
        }
        return sides;
    }

    private static Map<String, Object> clock(Dice dice, Map<String, Object> nodes) {
        return switch (dice.between("wrong", 0, 3)) {
            case 0 -> with(nodes, "lose-sync", "true");
            case 1 -> with(nodes, "drift", dice.pick("drift", "-40ppm", "40ppm"));
            case 2 -> with(nodes, "step", dice.pick("step", "-0.03ms", "0.03ms"));
            default -> with(nodes, "disrupt", "true");
        };
    }

    private Map<String, Object> disk(Dice dice, String unit) {
        Map<String, Object> nodes = nodes(dice, unit, disks(ground.architecture()));
        return switch (dice.between("wrong", 0, 2)) {
            case 0 -> with(nodes, "stall", "true");
            case 1 -> with(nodes, "slow", "x" + dice.spread("factor", 3, 100));
            default -> with(one(dice, unit, nodes), "lose", "true");
        };
    }

    /** What is lost is lost in one failure domain. */
    private Map<String, Object> one(Dice dice, String unit, Map<String, Object> nodes) {
        if (unit == null) {
            String place = dice.pick("lost in", ground.units());
            nodes.put(ground.isZone(place) ? "zone" : "region", place);
            if (place.equals(ground.witness())) {
                nodes.put("role", "journal");
            }
        }
        return nodes;
    }

    private Map.Entry<String, Object> front(Dice dice) {
        String region = dice.pick("region", ground.regions());
        return switch (dice.between("front", 0, 2)) {
            case 0 -> Map.entry("connection-failure", Draft.entries("target", region, "share", "50%"));
            case 1 -> Map.entry("conflict", Draft.entries("share", "20%"));
            default ->
                Map.entry(
                        "hot-keys", Draft.entries("workload", ground.workloads().get(0), "share", "50%", "keys", "1"));
        };
    }

    private static Map<String, Object> with(Map<String, Object> fields, String key, Object value) {
        fields.put(key, value);
        return fields;
    }
}
