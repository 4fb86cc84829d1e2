package dsqlsim.explore;

import dsqlsim.run.Architectures;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Draws scenarios of designs other than DSQL. What people, restores and name servers take minutes for is set short, so that it
 * happens within a run; what a design does not promise is no finding.
 */
final class DesignDice {
    private final Request request;
    private final Dice dice;
    private final Map<String, Object> settings = new LinkedHashMap<>();

    DesignDice(Request request, Dice dice) {
        this.request = request;
        this.dice = dice;
    }

    Draft draw(int number) {
        String design = request.architecture();
        boolean multi = Architectures.find(design).orElseThrow().span().most() > 1;
        Ground ground = Ground.drawn(design, multi);
        Span span = Span.drawn(dice, multi, Lean.NONE);
        Draft draft = new Draft()
                .put("dsqlsim", "1")
                .put("name", "explored-" + number)
                .put("duration", span.seconds() + "s")
                .put("warmup", "1s")
                .put("seed", String.valueOf(dice.bits("seed") >>> 44))
                .put("topology", ScenarioDice.topology(ground));
        if (dice.chance("serializable", 0.15)) {
            draft.put("isolation", "serializable");
        }
        draft.put("workload", WorkloadDice.draw(dice.of("workload"), ground, Lean.NONE));
        FaultDice faults = new FaultDice(dice.of("faults"), ground, request.budget(), span.healedMs(), Lean.NONE);
        draft.put("faults", faults.draw());
        settings(design);
        return draft.put("settings", settings);
    }

    private void settings(String design) {
        switch (design) {
            case "active-active-lww" -> lww();
            case "self-managed" -> selfManaged();
            default -> aurora();
        }
        if (!design.equals("active-active-lww")) {
            perhaps("engine.isolation", "repeatable-read");
            perhaps("engine.deadlock-timeout", "50ms", "200ms");
        }
    }

    private void aurora() {
        set("aurora.failover-detect", "500ms", "1s");
        set("aurora.heartbeat", "100ms", "200ms");
        set("aurora.promotion-time", "100ms", "exponential(500ms)");
        set("aurora.restart-time", "200ms", "exponential(1s)");
        set("aurora.recreation-time", "2s");
        set("aurora.dns-update", "500ms", "2s");
        set("aurora.dns-ttl", "100ms", "1s");
        set("aurora.segment-repair", "300ms", "2s");
        set("aurora-global.failover-time", "500ms", "2s");
        set("aurora-global.rebuild-time", "1s");
        perhaps("aurora.readers", "0", "2", "4");
        perhaps("aurora.driver", "wrapper");
        perhaps("aurora-global.db-rpo", "20s");
        perhaps("aurora-global.write-forwarding", "session", "global");
    }

    private void selfManaged() {
        set("self-managed.standby", "none", "async", "sync");
        set("self-managed.failover", "manual", "automatic");
        set("self-managed.failover-after", "500ms", "2s");
        set("self-managed.promote-time", "200ms");
        set("self-managed.restart-time", "200ms", "exponential(1s)");
        set("self-managed.detect", "200ms");
        set("self-managed.decide", "200ms");
        set("self-managed.provision", "500ms");
        set("self-managed.validate", "100ms");
        set("self-managed.repoint", "200ms");
        set("self-managed.check-every", "500ms");
        set("self-managed.data-size", "100MB");
        set("self-managed.backup-every", "1s", "5s");
        set("self-managed.backup-phase", "0s", "uniform(0s, 1s)");
        set("self-managed.backup-duration", "100ms", "500ms");
        perhaps("self-managed.log-every", "500ms");
        perhaps("self-managed.backup-place", "other-zone");
    }

    private void lww() {
        set("active-active-lww.rebuild-time", "500ms", "2s");
        perhaps("active-active-lww.resolver", "vector-clock");
        perhaps("active-active-lww.clock", "hybrid");
        perhaps("active-active-lww.write-quorum", "1", "3");
        perhaps("active-active-lww.read-quorum", "1", "3");
        perhaps("active-active-lww.takeover-timeout", "500ms");
        perhaps("active-active-lww.decrements", "0%");
    }

    private void set(String id, String... values) {
        settings.put(id, dice.pick(id, values));
    }

    private void perhaps(String id, String... values) {
        if (dice.chance("set " + id, 0.3)) {
            set(id, values);
        }
    }
}
