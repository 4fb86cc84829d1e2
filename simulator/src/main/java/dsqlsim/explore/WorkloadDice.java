package dsqlsim.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a load: few transactions a second over few rows, so that they meet. */
final class WorkloadDice {
    private static final int RATE = 50;

    private WorkloadDice() {}

    static List<Map<String, Object>> draw(Dice dice, Ground ground, Lean lean) {
        int count = ground.multi() ? dice.between("count", 1, 2) : dice.chance("second", 0.3) ? 2 : 1;
        Object keys = keys(dice.of("keys"), ground, lean);
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String region = ground.regions()
                    .get((i + dice.between("first", 0, 1)) % ground.regions().size());
            all.add(one(dice.of("workload", i), ground, lean, "w" + (i + 1), region, RATE / count, keys));
        }
        return all;
    }

    private static Map<String, Object> one(
            Dice dice, Ground ground, Lean lean, String name, String region, int rate, Object keys) {
        Map<String, Object> one = Draft.entries("name", name, "region", region);
        if (dice.chance("closed", 0.2)) {
            one.put("clients", Draft.entries("count", dice.between("clients", 2, 6), "think", "80ms"));
        } else {
            one.put("arrivals", rate + "/s");
        }
        List<Map<String, Object>> mix = new ArrayList<>();
        int kinds = dice.between("kinds", 1, 3);
        for (int i = 0; i < kinds; i++) {
            mix.add(transaction(dice.of("transaction", i), ground, lean, "t" + (i + 1)));
        }
        one.put("transactions", mix);
        one.put("keys", keys);
        one.put("retry", retry(dice.of("retry")));
        one.put(
                "timeout",
                dice.chance("patient", lean == Lean.OVERTAKING ? 0.8 : 0.3)
                        ? null
                        : dice.spread("timeout", 100, 5_000) + "ms");
        one.values().removeIf(each -> each == null);
        one.put("connections", Draft.entries("pool", dice.spread("pool", 5, 60)));
        if (ground.multi() && dice.chance("failover", 0.5)) {
            String other = ground.regions().get(1 - ground.regions().indexOf(region));
            one.put("routing", Draft.entries("home", region, "failover", List.of(other)));
        }
        return one;
    }

    /** Few rows, enough that each shard has some; where requests overtake each other, many, since most would conflict else. */
    private static Object keys(Dice dice, Ground ground, Lean lean) {
        int most = lean == Lean.OVERTAKING ? 10_000 : lean == Lean.VOTES ? 60 : 200;
        int space = dice.spread("space", ground.shards() == 1 ? 10 : lean == Lean.VOTES ? 24 : 40, most);
        return dice.chance("skewed", 0.3)
                ? Draft.entries("space", space, "distribution", "zipf", "skew", "0.9")
                : Draft.entries("space", space);
    }

    private static Map<String, Object> transaction(Dice dice, Ground ground, Lean lean, String name) {
        int reads = dice.between("reads", 0, lean == Lean.OVERTAKING ? 1 : 3);
        int writes = dice.chance("read-only", 0.15) ? 0 : dice.between("writes", 1, 3);
        writes = writes == 1 && lean.spreads() ? dice.between("more", 1, 2) : writes;
        reads = Math.max(reads, writes == 0 ? 1 : 0);
        boolean spread = writes > 1 && ground.shards() > 1 && dice.chance("spread", lean.spreads() ? 0.8 : 0.6);
        Map<String, Object> one = new LinkedHashMap<>(Draft.entries(
                "name",
                name,
                "reads",
                reads,
                "writes",
                writes,
                "statements",
                dice.between("statements", 1, Math.min(3, reads + writes)),
                "blind",
                writes > 0 && dice.chance("blind", 0.2) ? "true" : null,
                "for-update",
                reads > 0 && dice.chance("for-update", 0.2) ? dice.between("locked", 1, reads) : null,
                "work",
                dice.chance("works", 0.3) ? "exponential(" + dice.spread("work", 1, 50) + "ms)" : null,
                "shards",
                spread ? Math.min(writes, ground.shards()) : null));
        return one;
    }

    private static Object retry(Dice dice) {
        if (dice.chance("none", 0.2)) {
            return "none";
        }
        return Draft.entries(
                "attempts",
                dice.between("attempts", 2, 8),
                "base",
                dice.spread("base", 1, 50) + "ms",
                "cap",
                "1s",
                "jitter",
                dice.pick("jitter", "none", "full", "equal", "decorrelated"),
                "unknown",
                dice.chance("unknown", 0.3) ? "retry" : null);
    }
}
