package dsqlsim.explore;

import dsqlsim.kernel.Durations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Weaker, narrower, briefer and rounder faults. */
final class FaultReductions {
    private static final long[] ROUND = {10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000};
    private static final List<String> FRAME = List.of("id", "at", "for", "every", "count", "disruption");

    private FaultReductions() {}

    /** Milliseconds of a duration of the language. */
    static long millis(String duration) {
        return (long) exactMillis(duration);
    }

    static double exactMillis(String duration) {
        int unit = duration.length();
        while (!Character.isDigit(duration.charAt(unit - 1))) {
            unit--;
        }
        double number = Double.parseDouble(duration.substring(0, unit));
        return number * (Durations.unit(duration.substring(unit).strip()) / 1e6);
    }

    /** The shortest way to write milliseconds. */
    static String text(long millis) {
        return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }

    private static String kind(Map<String, Object> fault) {
        return fault.keySet().stream()
                .filter(each -> !FRAME.contains(each))
                .findFirst()
                .orElseThrow();
    }

    private static Draft changed(Draft draft, int index, Consumer<Map<String, Object>> change) {
        return Reductions.with(draft, each -> change.accept(each.list("faults").get(index)));
    }

    private static Draft replaced(Draft draft, int index, String kind, Object what) {
        return changed(draft, index, fault -> {
            fault.remove(kind(fault));
            fault.put(kind, what);
        });
    }

    /** Delay before loss before cut before crash. */
    static List<Draft> weaker(Draft draft) {
        List<Draft> smaller = new ArrayList<>();
        List<Map<String, Object>> faults = draft.list("faults");
        for (int i = 0; i < faults.size(); i++) {
            Map<String, Object> fault = faults.get(i);
            String kind = kind(fault);
            Object what = fault.get(kind);
            switch (kind) {
                case "crash", "zone-outage", "region-outage" -> insteadOfCrash(smaller, draft, i, what);
                case "pause" -> insteadOfCut(smaller, draft, i, sides(what));
                case "partition" -> insteadOfCut(smaller, draft, i, Draft.map(what));
                case "impair" -> impairments(smaller, draft, i, Draft.map(what));
                case "disk" -> disks(smaller, draft, i, Draft.map(what));
                default -> {}
            }
        }
        return smaller;
    }

    private static Map<String, Object> sides(Object target) {
        return Draft.entries("isolate", List.of(target));
    }

    private static void insteadOfCrash(List<Draft> smaller, Draft draft, int index, Object what) {
        insteadOfCut(smaller, draft, index, sides(what));
        smaller.add(replaced(draft, index, "partition", sides(what)));
        if (what instanceof Map<?, ?>) {
            smaller.add(replaced(draft, index, "pause", what));
        }
    }

    private static void insteadOfCut(List<Draft> smaller, Draft draft, int index, Map<String, Object> sides) {
        Map<String, Object> bare = new LinkedHashMap<>(sides);
        bare.keySet().retainAll(List.of("isolate", "between"));
        for (String delay : List.of("50ms", "200ms")) {
            smaller.add(replaced(draft, index, "impair", plus(bare, "delay", delay)));
        }
        smaller.add(replaced(draft, index, "impair", plus(bare, "loss", "50%")));
    }

    private static void impairments(List<Draft> smaller, Draft draft, int index, Map<String, Object> what) {
        for (String part : List.of("datagrams", "duplicate", "jitter", "loss", "delay", "share")) {
            if (what.containsKey(part)) {
                smaller.add(replaced(draft, index, "impair", Reductions.without(what, part)));
            }
        }
        if (what.containsKey("loss")) {
            insteadOfLoss(smaller, draft, index, what);
        }
    }

    private static void insteadOfLoss(List<Draft> smaller, Draft draft, int index, Map<String, Object> what) {
        Map<String, Object> lossless = Reductions.without(Reductions.without(what, "loss"), "datagrams");
        for (String delay : List.of("50ms", "200ms")) {
            smaller.add(replaced(draft, index, "impair", plus(lossless, "delay", delay)));
        }
    }

    private static void disks(List<Draft> smaller, Draft draft, int index, Map<String, Object> what) {
        Map<String, Object> nodes = Reductions.without(Reductions.without(what, "lose"), "stall");
        if (what.containsKey("lose")) {
            smaller.add(replaced(draft, index, "disk", plus(nodes, "stall", "true")));
        }
        if (what.containsKey("lose") || what.containsKey("stall")) {
            smaller.add(replaced(draft, index, "disk", plus(nodes, "slow", "x10")));
        }
    }

    private static Map<String, Object> plus(Map<String, Object> fields, String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(key, value);
        return more;
    }

    /** A part of a place for the place; one shard for all. */
    static List<Draft> narrower(Draft draft) {
        List<Draft> smaller = new ArrayList<>();
        List<Map<String, Object>> faults = draft.list("faults");
        for (int i = 0; i < faults.size(); i++) {
            int index = i;
            String kind = kind(faults.get(i));
            if (kind.equals("region-outage") || kind.equals("zone-outage")) {
                Object place = faults.get(i).get(kind);
                String where = kind.equals("region-outage") ? "region" : "zone";
                for (String role : List.of("query-processor", "storage", "crossbar", "journal", "adjudicator-leader")) {
                    smaller.add(replaced(draft, index, "crash", Draft.entries("role", role, where, place)));
                }
            }
            if (faults.get(i).get(kind) instanceof Map<?, ?>
                    && Draft.map(faults.get(i).get(kind)).containsKey("share")) {
                smaller.add(changed(
                        draft, index, fault -> Draft.map(fault.get(kind)).remove("share")));
            }
        }
        return smaller;
    }

    static List<Draft> briefer(Draft draft) {
        List<Draft> smaller = new ArrayList<>();
        List<Map<String, Object>> faults = draft.list("faults");
        for (int i = 0; i < faults.size(); i++) {
            fewerTimes(smaller, draft, i);
            Object lasts = faults.get(i).get("for");
            long now = lasts == null ? Long.MAX_VALUE : millis((String) lasts);
            for (long shorter : ROUND) {
                if (shorter < now) {
                    smaller.add(changed(draft, i, fault -> fault.put("for", text(shorter))));
                }
            }
        }
        return smaller;
    }

    /** A fault that comes again and again: only once of it, then fewer times. */
    private static void fewerTimes(List<Draft> smaller, Draft draft, int index) {
        Map<String, Object> fault = draft.list("faults").get(index);
        if (!fault.containsKey("every") || !fault.containsKey("count")) {
            return;
        }
        long every = millis((String) fault.get("every"));
        int count = Integer.parseInt(String.valueOf(fault.get("count")));
        for (int k = 0; k < count; k++) {
            String at = text(millis((String) fault.get("at")) + k * every);
            smaller.add(changed(draft, index, each -> {
                each.put("at", at);
                each.remove("every");
                each.remove("count");
            }));
        }
        for (int fewer = 2; fewer < count; fewer++) {
            String times = String.valueOf(fewer);
            smaller.add(changed(draft, index, each -> each.put("count", times)));
        }
    }

    /** Earlier, at round times. */
    static List<Draft> rounder(Draft draft) {
        List<Draft> smaller = new ArrayList<>();
        List<Map<String, Object>> faults = draft.list("faults");
        for (int i = 0; i < faults.size(); i++) {
            long now = millis((String) faults.get(i).get("at"));
            for (long unit : new long[] {1_000, 500, 100}) {
                for (long at = unit == 1_000 ? 1_000 : now / unit * unit; at < now && at > 0; at += unit) {
                    long time = at;
                    if (now % unit != 0 || unit == 1_000) {
                        smaller.add(changed(draft, i, fault -> fault.put("at", text(time))));
                    }
                }
            }
        }
        return smaller;
    }
}
