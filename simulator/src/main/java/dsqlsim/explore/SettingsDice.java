package dsqlsim.explore;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Draws settings of the ledger. Evictions and returns are made fast enough to happen within a short run; of the rest each
 * is left alone as often as not.
 */
final class SettingsDice {
    private final Dice dice;
    private final Ground ground;
    private final Map<String, Object> settings = new LinkedHashMap<>();

    private SettingsDice(Dice dice, Ground ground) {
        this.dice = dice;
        this.ground = ground;
    }

    static Map<String, Object> draw(Dice dice, Ground ground, Lean lean) {
        return new SettingsDice(dice, ground).draw(lean);
    }

    private Map<String, Object> draw(Lean lean) {
        cheap();
        leading();
        promising();
        answering();
        storing();
        if (ground.multi()) {
            membership();
        }
        lean(lean);
        return settings;
    }

    /** Idle traffic costs time to simulate, and hides nothing. */
    private void cheap() {
        settings.put(
                "adjudicator.promise-interval",
                ground.multi()
                        ? dice.pick("promise-interval", "10ms", "20ms", "50ms", "50ms")
                        : dice.pick("promise-interval", "5ms", "10ms", "20ms"));
        settings.put("adjudicator.keepalive-interval", ground.multi() ? "50ms" : "10ms");
    }

    private void leading() {
        if (ground.multi()) {
            perhaps("adjudicator.election-timeout", "100ms..200ms", "200ms..300ms", "500ms..900ms");
            perhaps("adjudicator.lease", "400ms", "800ms", "1500ms", "3s");
            perhaps("adjudicator.lease-renewal", "20ms", "80ms");
            perhaps("adjudicator.leader-placement", "us-east-1", "us-east-2");
            perhaps("adjudicator.takeover-timeout", "1s", "2s", "never");
        } else {
            settings.put("adjudicator.lease-renewal", dice.pick("renewal", "10ms", "20ms"));
            perhaps("adjudicator.election-timeout", "20ms..30ms", "50ms..90ms", "100ms..200ms");
            perhaps("adjudicator.lease", "80ms", "150ms", "500ms");
        }
        perhaps("adjudicator.election-time", "1ms", "20ms");
    }

    private void promising() {
        perhaps("adjudicator.lead", "0ms", "2ms", ground.multi() ? "40ms" : "8ms");
        perhaps("adjudicator.lead-margin", "0ms", "5ms");
        perhaps("adjudicator.promise-timeout", ground.multi() ? "60ms" : "15ms", ground.multi() ? "90ms" : "25ms");
        perhaps("adjudicator.vote-time", "1ms", "exponential(5ms)");
        perhaps("adjudicator.check-time", "500us", "exponential(1ms)");
        perhaps("clock.bound", "7us", "500us", "2ms");
        perhaps("clock.drift", "10ppm", "40ppm");
    }

    private void answering() {
        perhaps("query-processor.commit-timeout", "20ms", "50ms", "150ms", "1s");
        perhaps("query-processor.commit-retry-for", "500ms", "2s", "5s");
        perhaps("query-processor.busy-wait", "500us", "5ms");
        perhaps("query-processor.read-timeout", ground.multi() ? "50ms" : "10ms", "200ms");
        perhaps("query-processor.read-give-up", "1s");
        perhaps("query-processor.binding", "transaction");
    }

    private void storing() {
        perhaps("journal.persist", "0.3ms", "exponential(2ms)", "lognormal(p50 1.5ms, p99 20ms)");
        perhaps("journal.catch-up-rate", "x1.5", "x20");
        perhaps("crossbar.hop", "exponential(1ms)", "lognormal(p50 0.3ms, p99 15ms)");
        perhaps("storage.apply-time", "0.2ms");
        settings.put("storage.replacement-time", dice.pick("replacement", "100ms", "500ms", "2s"));
    }

    private void membership() {
        settings.put("membership.heartbeat", dice.pick("heartbeat", "50ms", "100ms", "200ms"));
        settings.put("membership.detect", dice.pick("detect", "500ms", "700ms", "1s"));
        settings.put("membership.vote-time", dice.pick("vote-time", "10ms", "50ms", "200ms"));
        settings.put("membership.stable-time", dice.pick("stable", "500ms", "1s", "2s"));
        perhaps("control-plane.refuse-after", "1s", "2s");
    }

    private void lean(Lean lean) {
        if (lean.elects()) {
            settings.put("adjudicator.election-timeout", ground.multi() ? "150ms..900ms" : "30ms..400ms");
            settings.put("adjudicator.election-time", dice.pick("takes", "1ms", "50ms", "150ms"));
        }
        if (lean == Lean.OVERTAKING) {
            settings.put("query-processor.commit-timeout", dice.pick("again", ground.multi() ? "150ms" : "20ms", "1s"));
        }
        if (lean == Lean.VOTES) {
            settings.put("adjudicator.vote-time", dice.pick("votes", "1ms", "exponential(5ms)", "exponential(20ms)"));
            settings.put("adjudicator.election-timeout", ground.multi() ? "150ms..900ms" : "30ms..400ms");
            if (dice.chance("short lease", 0.7)) {
                settings.put("adjudicator.lease", ground.multi() ? "500ms" : "100ms");
            }
        }
    }

    private void perhaps(String id, String... values) {
        if (dice.chance("set " + id, 0.3)) {
            settings.put(id, dice.pick(id, values));
        }
    }
}
