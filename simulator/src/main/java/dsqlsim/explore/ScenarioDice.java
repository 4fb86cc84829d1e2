package dsqlsim.explore;

import dsqlsim.kernel.Randomness;
import dsqlsim.ledger.PlantedBug;

/** Draws whole scenarios: topology, load, settings and faults, all from one seed and a number. */
final class ScenarioDice {
    private final Request request;

    ScenarioDice(Request request) {
        this.request = request;
    }

    Draft draw(int number) {
        Dice dice = new Dice(Randomness.key(Randomness.key(request.seed(), "exploration"), number));
        Draft draft = request.base() != null
                ? BaseDice.vary(request, dice)
                : request.bug() == PlantedBug.VECTOR_CLOCK_TOTAL_ORDER
                        ? LwwDice.draw(dice, number)
                        : request.dsql() ? anything(dice, number) : new DesignDice(request, dice).draw(number);
        if (request.bug() != PlantedBug.NONE) {
            draft.block("settings").put("faults.planted-bug", request.bug().label());
        }
        return draft;
    }

    private Draft anything(Dice dice, int number) {
        Lean lean = Lean.drawn(dice, request.bug());
        Ground ground = ground(dice.of("topology"), lean);
        Span span = Span.drawn(dice, ground.multi(), lean);
        Draft draft = new Draft()
                .put("dsqlsim", "1")
                .put("name", "explored-" + number)
                .put("duration", span.seconds() + "s")
                .put("warmup", "1s")
                .put("seed", String.valueOf(dice.bits("seed") >>> 44))
                .put("topology", topology(ground));
        if (dice.chance("serializable", 0.15)) {
            draft.put("isolation", "serializable");
        }
        draft.put("workload", WorkloadDice.draw(dice.of("workload"), ground, lean));
        draft.put("faults", new FaultDice(dice.of("faults"), ground, request.budget(), span.healedMs(), lean).draw());
        draft.put("settings", SettingsDice.draw(dice.of("settings"), ground, lean));
        if (request.bug() == PlantedBug.NONE) {
            honest(draft);
        }
        return draft;
    }

    /** Two drifts together could pass the bound of drift, and then clocks lie, which is another budget. */
    private static void honest(Draft draft) {
        boolean drifts = draft.list("faults").stream()
                .anyMatch(each -> each.containsKey("clock")
                        && Draft.map(each.get("clock")).containsKey("drift"));
        if (drifts) {
            draft.block("settings").remove("clock.drift");
        }
    }

    private Ground ground(Dice dice, Lean lean) {
        int shards = dice.between("shards", lean.spreads() ? 2 : 1, lean.elects() ? 2 : 4);
        boolean multi = request.architecture() == null
                ? dice.chance("multi", lean.elects() ? 0.3 : 0.6)
                : request.architecture().equals("dsql-multi-region");
        return Ground.drawn(multi, shards, dice.between("partitions", 1, 2));
    }

    static Object topology(Ground ground) {
        return Draft.entries(
                "architecture", ground.architecture(),
                "regions", ground.regions(),
                "witness", ground.witness(),
                "shards", ground.shards(),
                "partitions", ground.partitions());
    }
}
