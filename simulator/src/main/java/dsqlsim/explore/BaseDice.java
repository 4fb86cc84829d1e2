package dsqlsim.explore;

import dsqlsim.scenario.Scenario;
import java.util.List;
import java.util.Map;

/**
 * Varies a scenario that a user gave: its topology, load and settings stay, its own faults stay, others are added, and the seed
 * changes. Expectations go: what is explored is whether anything breaks that must never break.
 */
final class BaseDice {
    private BaseDice() {}

    static Draft vary(Request request, Dice dice) {
        Scenario base = request.base();
        Draft draft = Draft.of(base.source().text());
        base.source().overrides().forEach(draft::set);
        for (String key : new String[] {"expect", "objectives", "sweep", "repeat"}) {
            draft.remove(key);
        }
        draft.put("seed", String.valueOf(dice.bits("seed") >>> 44));
        int lastMs = (int) (base.durationNanos() * 11 / 20 / 1_000_000);
        Ground ground = Ground.of(base);
        Lean lean = ground.dsql() ? Lean.drawn(dice, request.bug()) : Lean.NONE;
        List<Map<String, Object>> more =
                new FaultDice(dice.of("faults"), ground, request.budget(), lastMs, lean).draw();
        more.forEach(each -> each.put("id", "drawn-" + each.get("id")));
        draft.list("faults").addAll(more);
        return draft;
    }
}
