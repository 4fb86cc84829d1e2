package dsqlsim.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Draws faults in swarm style: each scenario leaves out some kinds altogether, so that the others meet more often. Under the
 * survivable budget faults come in episodes, each within one failure domain, with time to come back in between.
 */
final class FaultDice {
    private static final int FIRST_MS = 1_500;
    private static final int SHORTEST_MS = 1_000;
    private static final int MOST = 5;

    private final Dice dice;
    private final Ground ground;
    private final Budget budget;
    private final int lastMs;
    private final Lean lean;
    private final FaultKinds kinds;
    private boolean diskLost;
    /** Whether something was drawn that may cost either full region its membership. */
    private boolean eitherEvicted;

    FaultDice(Dice dice, Ground ground, Budget budget, int lastMs, Lean lean) {
        this.dice = dice;
        this.ground = ground;
        this.budget = budget;
        this.lastMs = lastMs;
        this.lean = lean;
        this.kinds = FaultKinds.swarm(dice, ground, budget);
    }

    /** A few faults, in the order of time; those that heal have healed at {@code lastMs}. */
    List<Map<String, Object>> draw() {
        List<Map<String, Object>> faults = budget == Budget.SURVIVABLE ? episodes() : anywhere();
        faults.sort(Comparator.comparingInt(FaultDice::atMs));
        for (int i = 0; i < faults.size(); i++) {
            faults.get(i).put("id", "f" + (i + 1));
        }
        return faults;
    }

    private static int atMs(Map<String, Object> fault) {
        String at = (String) fault.get("at");
        return Integer.parseInt(at.substring(0, at.length() - 2));
    }

    private List<Map<String, Object>> anywhere() {
        List<Map<String, Object>> faults = new ArrayList<>();
        int count = dice.between("count", 0, lean.elects() ? MOST / 2 : MOST);
        for (int i = 0; i < count; i++) {
            Dice one = dice.of("fault", i);
            String unit = one.chance("placed", 0.7) ? one.pick("unit", ground.units()) : null;
            add(faults, one, unit, FIRST_MS, lastMs);
        }
        faults.addAll(Combination.draw(lean, dice.of("combination"), ground, null, FIRST_MS, lastMs));
        return faults;
    }

    private List<Map<String, Object>> episodes() {
        List<Map<String, Object>> faults = new ArrayList<>();
        int settle = Span.comeBackMs(ground.multi());
        int fit = (lastMs - FIRST_MS + settle) / (settle + SHORTEST_MS);
        int count = Math.min(Math.max(1, fit), dice.between("episodes", 1, ground.multi() ? 2 : 3));
        int span = (lastMs - FIRST_MS - (count - 1) * settle) / count;
        for (int i = 0; i < count; i++) {
            Dice episode = dice.of("episode", i);
            String unit = episode.pick("unit", ground.units());
            int from = FIRST_MS + i * (span + settle);
            int together = episode.between("faults", 0, 3);
            for (int k = 0; k < together; k++) {
                add(faults, episode.of("fault", k), unit, from, from + span);
            }
            faults.addAll(Combination.draw(lean, episode.of("combination"), ground, unit, from, from + span));
        }
        return faults;
    }

    /** The same again and again, which makes rare moments likely. */
    private static void repeat(Map<String, Object> fault, Dice one, int at, int lasts, int toMs) {
        int brief = Math.min(lasts, 400);
        int every = brief + one.spread("every", 100, 1_500) / 10 * 10;
        int count = Math.min(12, (toMs - at - brief) / every + 1);
        if (count > 1) {
            fault.put("for", brief + "ms");
            fault.put("every", every + "ms");
            fault.put("count", String.valueOf(count));
        }
    }

    /**
     * Whether the loss of a region's disk and the eviction of another could meet, which leaves no quorum: when the two lose each
     * other either may be voted out, and one may be out still when the next episode begins.
     */
    private boolean evictsAnother(Map.Entry<String, Object> what, int fromMs) {
        if (kinds.loses(what)) {
            return eitherEvicted || fromMs > FIRST_MS;
        }
        boolean may = FaultKinds.mayEvict(what);
        eitherEvicted |= may && !diskLost;
        return may && diskLost;
    }

    private void add(List<Map<String, Object>> faults, Dice one, String unit, int fromMs, int toMs) {
        int at = one.between("at", fromMs / 10, toMs / 10 - 2) * 10;
        int lasts = Math.min(one.spread("for", 20, 6_000), toMs - at) / 10 * 10;
        boolean stays = budget == Budget.ANY && one.chance("stays", 0.05);
        Map<String, Object> fault = Draft.entries("id", "", "at", at + "ms", "for", stays ? null : lasts + "ms");
        if (!stays && lasts > 0 && one.chance("again", 0.35)) {
            repeat(fault, one, at, lasts, toMs);
        }
        Map.Entry<String, Object> what = kinds.draw(one, unit);
        if (budget == Budget.SURVIVABLE && ground.multi() && evictsAnother(what, fromMs)) {
            return;
        }
        if (kinds.loses(what)) {
            if (diskLost) {
                return; // Two losses of what was to be kept are more than any protocol survives.
            }
            diskLost = true;
            fault.remove("every");
            fault.remove("count");
        }
        fault.put(what.getKey(), what.getValue());
        faults.add(fault);
    }
}
