package dsqlsim.explore;

import dsqlsim.scenario.Scenario;

/**
 * Varies a scenario that a user gave: its topology, load and settings stay, its own faults stay, others are added, and the seed
 * changes. Expectations go: what is explored is whether anything breaks that must never break.
 */
final class BaseDice {
    private BaseDice() {}

    static Draft vary(Request request, Dice dice) {
        Scenario base = request.base();
        Draft draft = Draft.of(base.source().text());
        for (String key : new String[] {"expect", "objectives", "sweep", "repeat"}) {
            draft.remove(key);
        }
        draft.put("seed", String.valueOf(dice.bits("seed") >>> 44));
        int lastMs = (int) (base.durationNanos() * 11 / 20 / 1_000_000);
        Ground ground = Ground.of(base.topology());
        draft.list("faults")
                .addAll(new FaultDice(
                                dice.of("faults"), ground, request.budget(), lastMs, Lean.drawn(dice, request.bug()))
                        .draw());
        return draft;
    }
}
