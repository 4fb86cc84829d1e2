package dsqlsim.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws scenarios of two regions that both accept writes and replicate later: for the bugs of that design. */
final class LwwDice {
    static final String RESOLVER = "active-active-lww.resolver";
    private static final List<String> REGIONS = List.of("us-east-1", "us-east-2");

    private LwwDice() {}

    static Draft draw(Dice dice, int number) {
        List<Map<String, Object>> loads = new ArrayList<>();
        int rows = dice.spread("rows", 20, 500);
        for (String region : REGIONS) {
            loads.add(Draft.entries(
                    "name",
                    "of-" + region,
                    "region",
                    region,
                    "arrivals",
                    dice.of(region).between("rate", 5, 25) + "/s",
                    "transactions",
                    List.of(Draft.entries("name", "update", "writes", 1), Draft.entries("name", "lookup", "reads", 1)),
                    "keys",
                    Draft.entries("space", rows)));
        }
        Draft draft = new Draft()
                .put("dsqlsim", "1")
                .put("name", "explored-" + number)
                .put("duration", "8s")
                .put("seed", String.valueOf(dice.bits("seed") >>> 44))
                .put("topology", Draft.entries("architecture", "active-active-lww", "regions", REGIONS))
                .put("workload", loads);
        draft.put("faults", dice.chance("cut", 0.7) ? List.of(cut(dice)) : List.of());
        draft.block("settings").put(RESOLVER, "vector-clock");
        return draft;
    }

    private static Map<String, Object> cut(Dice dice) {
        return Draft.entries(
                "id",
                "f1",
                "at",
                dice.between("at", 1_000, 3_000) + "ms",
                "for",
                dice.spread("for", 50, 3_000) + "ms",
                "partition",
                Draft.entries("isolate", List.of(dice.pick("where", REGIONS))));
    }
}
