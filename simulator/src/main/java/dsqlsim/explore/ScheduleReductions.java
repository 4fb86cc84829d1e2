package dsqlsim.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Simpler scheduled transactions, at rounder times, on lower rows, in one workload. */
final class ScheduleReductions {
    private static final double[] UNITS_MS = {1_000, 100, 10, 1};
    private static final long[] SHIFTS_MS = {10_000, 5_000, 2_000, 1_000, 500, 200, 100};
    private static final int FEW = 12;

    private ScheduleReductions() {}

    static boolean few(Draft draft) {
        int count = Schedules.of(draft).size();
        return count > 0 && count <= FEW;
    }

    /** A copy of which one scheduled transaction is changed. */
    private static Draft changed(Draft draft, int place, Consumer<Map<String, Object>> change) {
        return Reductions.with(draft, each -> change.accept(Schedules.of(each).get(place)));
    }

    /** A copy of which each scheduled transaction is changed. */
    private static Draft all(Draft draft, Consumer<Map<String, Object>> change) {
        return Reductions.with(draft, each -> Schedules.of(each).forEach(change));
    }

    /** The whole story earlier, faults and all. */
    static List<Draft> earlier(Draft draft) {
        List<Draft> smaller = new ArrayList<>();
        double first = Schedules.of(draft).isEmpty() ? 0 : firstMillis(draft);
        for (long shift : SHIFTS_MS) {
            if (shift < first) {
                smaller.add(Reductions.with(draft, each -> {
                    Schedules.of(each).forEach(one -> shift(one, shift));
                    each.list("faults").forEach(fault -> shift(fault, shift));
                    each.put("duration", FaultReductions.text(FaultReductions.millis(each.word("duration")) - shift));
                    each.remove("warmup");
                }));
            }
        }
        return smaller;
    }

    private static void shift(Map<String, Object> what, long byMillis) {
        what.put("at", Schedules.time(Math.round((Schedules.at(what) - byMillis) * 1e6)));
    }

    private static double firstMillis(Draft draft) {
        return Stream.concat(Schedules.of(draft).stream(), draft.list("faults").stream())
                .mapToDouble(Schedules::at)
                .min()
                .orElse(0);
    }

    static List<Draft> simpler(Draft draft) {
        List<Draft> smaller = new ArrayList<>();
        if (!few(draft)) {
            return smaller;
        }
        List<String> extras = List.of("work", "statements", "for-update", "blind");
        smaller.add(all(draft, each -> each.keySet().removeAll(extras)));
        int count = Schedules.of(draft).size();
        for (int i = 0; i < count; i++) {
            Map<String, Object> one = Schedules.of(draft).get(i);
            for (String extra : extras) {
                if (one.containsKey(extra)) {
                    smaller.add(changed(draft, i, each -> each.remove(extra)));
                }
            }
            for (String kind : List.of("reads", "writes")) {
                fewerRows(smaller, draft, i, kind);
            }
        }
        return smaller;
    }

    private static void fewerRows(List<Draft> smaller, Draft draft, int place, String kind) {
        int count = rows(Schedules.of(draft).get(place), kind).size();
        for (int i = 0; i < count; i++) {
            int index = i;
            smaller.add(changed(draft, place, each -> {
                List<String> rest = new ArrayList<>(rows(each, kind));
                rest.remove(index);
                if (rest.isEmpty()) {
                    each.remove(kind);
                } else {
                    each.put(kind, rest);
                }
            }));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> rows(Map<String, Object> transaction, String kind) {
        return (List<String>) transaction.getOrDefault(kind, List.of());
    }

    /** Numbered by their order in time, as a reader would. */
    static List<Draft> unnumbered(Draft draft) {
        return few(draft) ? List.of(all(draft, each -> each.remove("number"))) : List.of();
    }

    /** All that clients of one region do as one workload. */
    static List<Draft> together(Draft draft) {
        List<Draft> smaller = new ArrayList<>();
        int count = few(draft) ? draft.list("workload").size() : 0;
        for (int i = 1; i < count; i++) {
            int index = i;
            smaller.add(Reductions.with(draft, each -> {
                Map<String, Object> gone = each.list("workload").remove(index);
                Draft.maps(each.list("workload").get(0).get("schedule")).addAll(Draft.maps(gone.get("schedule")));
                Schedules.of(each).forEach(one -> one.remove("number"));
                Schedules.sort(each);
            }));
        }
        return smaller;
    }

    /** All times rounded, then one after the other; work too. */
    static List<Draft> rounder(Draft draft) {
        List<Draft> smaller = new ArrayList<>();
        if (!few(draft)) {
            return smaller;
        }
        for (double unit : UNITS_MS) {
            smaller.add(all(draft, each -> round(each, unit)));
            for (int i = 0; i < Schedules.of(draft).size(); i++) {
                smaller.add(changed(draft, i, each -> round(each, unit)));
            }
        }
        return smaller;
    }

    private static void round(Map<String, Object> transaction, double unitMs) {
        UnaryOperator<String> rounded = time -> {
            double millis = FaultReductions.exactMillis(time);
            boolean leave = millis % unitMs == 0 || millis < unitMs;
            return leave ? time : Schedules.time((long) (Math.rint(millis / unitMs) * unitMs * 1e6));
        };
        transaction.computeIfPresent("at", (key, at) -> rounded.apply((String) at));
        transaction.computeIfPresent("work", (key, work) -> rounded.apply((String) work));
    }

    /** The rows numbered anew, from 0, each on its shard; and no more rows than that. */
    static List<Draft> lowerRows(Draft draft) {
        List<Draft> smaller = new ArrayList<>();
        if (few(draft)) {
            int shards = Integer.parseInt(String.valueOf(draft.block("topology").getOrDefault("shards", "1")));
            Map<String, String> lower = new LinkedHashMap<>();
            for (Map<String, Object> each : Schedules.of(draft)) {
                rows(each, "reads").forEach(row -> lower.computeIfAbsent(row, old -> free(lower, old, shards)));
                rows(each, "writes").forEach(row -> lower.computeIfAbsent(row, old -> free(lower, old, shards)));
            }
            int space =
                    lower.values().stream().mapToInt(Integer::parseInt).max().orElse(0) + 1;
            Draft renumbered = all(draft, each -> {
                for (String kind : List.of("reads", "writes")) {
                    each.computeIfPresent(
                            kind,
                            (key, rows) ->
                                    rows(each, kind).stream().map(lower::get).toList());
                }
            });
            Schedules.sort(renumbered);
            renumbered
                    .list("workload")
                    .forEach(load -> load.put("keys", Draft.entries("space", String.valueOf(space))));
            smaller.add(renumbered);
        }
        return smaller;
    }

    private static String free(Map<String, String> taken, String row, int shards) {
        int number = Integer.parseInt(row) % shards;
        while (taken.containsValue(String.valueOf(number))) {
            number += shards;
        }
        return String.valueOf(number);
    }
}
