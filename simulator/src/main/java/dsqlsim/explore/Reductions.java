package dsqlsim.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Everything that can be taken away, what matters most to a reader first. */
final class Reductions {
    /** The setting that plants a bug. */
    static final String BUG = "faults.planted-bug";

    /** While the load is drawn, and so large that much may be taken away around it. */
    static final List<Reduction> OF_WHAT_IS_DRAWN = List.of(
            Reductions::fewerFaults,
            Reductions::fewerSettings,
            Reduction.reseeding(LoadReductions::fewerWorkloads),
            Reductions::shorter);

    /** Less to simulate. */
    static final List<Reduction> OF_TIME =
            List.of(Reduction.reseeding(ScheduleReductions::earlier), Reductions::shorter);

    static final List<Reduction> ALL = List.of(
            Reductions::fewerFaults,
            Reductions::fewerSettings,
            Reduction.reseeding(LoadReductions::fewerWorkloads),
            Reduction.reseeding(LoadReductions::fewerTransactions),
            Reduction.reseeding(LoadReductions::simplerTransactions),
            Reduction.reseeding(LoadReductions::plainWorkloads),
            Reduction.reseeding(ScheduleReductions::simpler),
            Reduction.reseeding(ScheduleReductions::together),
            Reduction.reseeding(ScheduleReductions::lowerRows),
            Reduction.reseeding(ScheduleReductions::unnumbered),
            Reduction.reseeding(Reductions::smallerTopology),
            FaultReductions::weaker,
            FaultReductions::narrower,
            FaultReductions::briefer,
            FaultReductions::rounder,
            ScheduleReductions::rounder,
            Reductions::plainer);

    private Reductions() {}

    /** A copy with something done to it. */
    static Draft with(Draft draft, Consumer<Draft> change) {
        Draft copy = draft.copy();
        change.accept(copy);
        return copy;
    }

    private static List<Draft> fewerFaults(Draft draft) {
        List<Draft> smaller = new ArrayList<>();
        int count = draft.list("faults").size();
        if (count > 0) {
            smaller.add(with(draft, each -> each.list("faults").clear()));
        }
        for (int i = 0; i < count && count > 1; i++) {
            int index = i;
            smaller.add(with(draft, each -> {
                Map<String, Object> only = each.list("faults").get(index);
                each.list("faults").clear();
                each.list("faults").add(only);
            }));
        }
        for (int i = count - 1; i >= 0 && count > 2; i--) {
            int index = i;
            smaller.add(with(draft, each -> each.list("faults").remove(index)));
        }
        return smaller;
    }

    /** Defaults restored: all, then half, then one after the other. */
    private static List<Draft> fewerSettings(Draft draft) {
        List<String> ids = new ArrayList<>(draft.block("settings").keySet());
        ids.remove(BUG);
        List<Draft> smaller = new ArrayList<>();
        for (int part = ids.size(); part >= 1; part = part == 1 ? 0 : (part + 1) / 2) {
            for (int from = 0; from < ids.size(); from += part) {
                List<String> gone = ids.subList(from, Math.min(ids.size(), from + part));
                smaller.add(with(draft, each -> each.block("settings").keySet().removeAll(gone)));
            }
        }
        return smaller;
    }

    private static List<Draft> smallerTopology(Draft draft) {
        List<Draft> smaller = new ArrayList<>();
        for (String count : List.of("shards", "partitions")) {
            int now = Integer.parseInt(String.valueOf(draft.block("topology").getOrDefault(count, "1")));
            for (int fewer = 1; fewer < now; fewer++) {
                String value = String.valueOf(fewer);
                smaller.add(with(draft, each -> each.block("topology").put(count, value)));
            }
        }
        if (draft.has("isolation")) {
            smaller.add(with(draft, each -> each.remove("isolation")));
        }
        return smaller;
    }

    /** Less time, to the end of what is needed. */
    private static List<Draft> shorter(Draft draft) {
        List<Draft> smaller = new ArrayList<>();
        long now = FaultReductions.millis(draft.word("duration"));
        for (long shorter : new long[] {500, 1_000, 2_000, 3_000, 5_000, 8_000, 10_000, 12_000, 15_000}) {
            if (shorter < now) {
                String value = FaultReductions.text(shorter);
                smaller.add(with(draft, each -> {
                    each.put("duration", value);
                    each.remove("warmup");
                }));
            }
        }
        return smaller;
    }

    /** What a reader need not read. */
    private static List<Draft> plainer(Draft draft) {
        List<Draft> smaller = new ArrayList<>();
        if (draft.has("warmup")) {
            smaller.add(with(draft, each -> each.remove("warmup")));
        }
        for (int seed = 1; seed <= 5; seed++) {
            long now = Long.parseLong(draft.word("seed"));
            if (seed < now) {
                String value = String.valueOf(seed);
                smaller.add(with(draft, each -> each.put("seed", value)));
            }
        }
        return smaller;
    }

    /** The fields of a map without one of them. */
    static Map<String, Object> without(Map<String, Object> fields, String key) {
        Map<String, Object> rest = new LinkedHashMap<>(fields);
        rest.remove(key);
        return rest;
    }
}
