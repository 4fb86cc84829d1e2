package dsqlsim.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Faults that are drawn together, close in time, again and again: what a {@link Lean} asks for. */
final class Combination {
    private static final int MOST = 12;

    private final Dice dice;
    private final Ground ground;
    private final String unit;
    private final int fromMs;
    private final int toMs;

    private Combination(Dice dice, Ground ground, String unit, int fromMs, int toMs) {
        this.dice = dice;
        this.ground = ground;
        this.unit = unit;
        this.fromMs = fromMs;
        this.toMs = toMs;
    }

    /** Within a failure domain, or anywhere if that is null; healed in time. */
    static List<Map<String, Object>> draw(Lean lean, Dice dice, Ground ground, String unit, int fromMs, int toMs) {
        boolean leaderless = unit != null && unit.equals(ground.witness());
        boolean wanted = lean.elects() || lean == Lean.VOTES && dice.chance("combined", 0.6);
        return wanted && !leaderless && toMs - fromMs > 1_000
                ? new Combination(dice, ground, unit, fromMs, toMs).draw(lean)
                : List.of();
    }

    private List<Map<String, Object>> draw(Lean lean) {
        int longest = ground.multi() ? 900 : 450;
        int pauseMs = dice.spread("pause", 80, longest);
        int every = pauseMs + dice.spread("every", longest / 2 + 50, 1_200);
        int at = dice.between("at", fromMs, Math.max(fromMs, toMs - 2 * every));
        boolean coordinator = lean == Lean.OVERTAKING; // The lowest shard of a transaction.
        int lowest = lean == Lean.VOTES ? Math.min(1, ground.shards() - 1) : 0;
        int shard = coordinator ? 0 : dice.between("shard", lowest, ground.shards() - 1);
        List<Map<String, Object>> faults = new ArrayList<>();
        if (lean == Lean.VOTES && dice.chance("behind", 0.5)) {
            faults.add(repeated(Math.max(fromMs, at - 100), pauseMs + 100, every, "partition", behind(shard)));
            faults.add(repeated(at, pauseMs, every, "crash", nodes("adjudicator-leader", shard)));
            return faults;
        }
        if (lean == Lean.VOTES) {
            faults.add(repeated(at, pauseMs, every, "partition", voting(shard)));
            return faults;
        }
        if (coordinator && dice.chance("unaware", 0.6)) {
            faults.add(repeated(at, pauseMs + longest, every + longest, "partition", unaware(shard)));
            faults.add(overtaking());
            return faults;
        }
        faults.add(repeated(at, pauseMs, every, "pause", nodes("adjudicator-leader", shard)));
        if (lean == Lean.ELECTIONS || dice.chance("restarts", 0.3)) {
            int offset = pauseMs * dice.between("offset", 20, 120) / 100;
            int down = dice.spread("down", 2, 40);
            faults.add(repeated(at + offset, down, every, "crash", nodes("journal", shard)));
        }
        if (lean == Lean.OVERTAKING) {
            faults.add(overtaking());
            if (dice.chance("deaf", 0.8)) {
                faults.add(repeated(
                        Math.max(fromMs, at - 20), pauseMs + 20 + longest / 2, every, "partition", deaf(shard)));
            }
        }
        return faults;
    }

    private Map<String, Object> repeated(int at, int lasts, int every, String kind, Object what) {
        int count = Math.max(1, Math.min(MOST, (toMs - at - lasts) / every + 1));
        return Draft.entries(
                "id",
                "",
                "at",
                at + "ms",
                "for",
                lasts + "ms",
                "every",
                count > 1 ? every + "ms" : null,
                "count",
                count > 1 ? String.valueOf(count) : null,
                kind,
                what);
    }

    /** The leader that is about to pause goes on without the merged stream, and does not learn that it has a successor. */
    private Map<String, Object> deaf(int shard) {
        return Draft.entries("between", List.of(nodes("adjudicator-leader", shard), Draft.entries("role", "crossbar")));
    }

    /** A leader without its journal and its standbys, which other shards' leaders still ask for votes. */
    private Map<String, Object> voting(int shard) {
        return Draft.entries(
                "between",
                List.of(
                        nodes("adjudicator-leader", shard),
                        List.of(
                                Draft.entries("role", "journal", "shard", shard),
                                Draft.entries("role", "adjudicator-standby", "shard", shard))));
    }

    /** A leader that can't learn that it has a successor, and goes on answering: query processors and other shards' leaders hear it. */
    private Map<String, Object> unaware(int shard) {
        return Draft.entries(
                "between",
                List.of(
                        nodes("adjudicator-leader", shard),
                        List.of(
                                Draft.entries("role", "journal", "shard", shard),
                                Draft.entries("role", "adjudicator-standby", "shard", shard),
                                Draft.entries("role", "crossbar"))));
    }

    /** Standbys that fall behind the merged stream just before one of them must lead. */
    private Map<String, Object> behind(int shard) {
        return Draft.entries(
                "between", List.of(nodes("adjudicator-standby", shard), Draft.entries("role", "crossbar")));
    }

    private Map<String, Object> overtaking() {
        return Draft.entries(
                "id",
                "",
                "at",
                fromMs + "ms",
                "for",
                toMs - fromMs + "ms",
                "impair",
                Draft.entries(
                        "isolate",
                        List.of(nodes("query-processor", -1)),
                        "jitter",
                        "exponential(" + dice.spread("jitter", 5, 200) + "ms)",
                        "duplicate",
                        "20%",
                        "datagrams",
                        "true"));
    }

    private Map<String, Object> nodes(String role, int shard) {
        Map<String, Object> nodes = Draft.entries("role", role);
        if (unit != null) {
            nodes.put(ground.isZone(unit) ? "zone" : "region", unit);
        }
        if (shard >= 0) {
            nodes.put("shard", shard);
        }
        return nodes;
    }
}
