package dsqlsim.explore;

import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The load of a draft as schedules: exactly the transactions that a run had, so that single ones can be taken away. */
final class Schedules {
    /** More transactions than this are first made fewer by lower rates. */
    static final int MOST = 3_000;

    private static final Set<String> DRAWN = Set.of("arrivals", "clients", "transactions");

    private Schedules() {}

    /** A duration in the language's words. */
    static String time(long nanos) {
        return nanos % 1_000_000 == 0
                ? FaultReductions.text(nanos / 1_000_000)
                : BigDecimal.valueOf(nanos, 6).stripTrailingZeros().toPlainString() + "ms";
    }

    static boolean scheduled(Map<String, Object> load) {
        return load.containsKey("schedule");
    }

    /** All transactions of all schedules; none unless every workload has one. */
    static List<Map<String, Object>> of(Draft draft) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Map<String, Object> load : draft.list("workload")) {
            if (!scheduled(load)) {
                return List.of();
            }
            all.addAll(Draft.maps(load.get("schedule")));
        }
        return all;
    }

    /** The load as it was drawn for this draft, written down. Faults that change a load are in it already. */
    static List<Draft> written(Draft draft, Budget budget) {
        if (draft.list("workload").stream().allMatch(Schedules::scheduled)) {
            return List.of();
        }
        Offers offers = offers(draft, budget);
        if (!offers.complete()) {
            return List.of();
        }
        Draft written = draft.copy();
        List<Map<String, Object>> loads = written.list("workload");
        for (int i = 0; i < loads.size(); i++) {
            loads.get(i).keySet().removeAll(DRAWN);
            loads.get(i).put("schedule", offers.schedules().get(i));
        }
        loads.removeIf(load -> Draft.maps(load.get("schedule")).isEmpty());
        written.list("faults").removeIf(fault -> fault.containsKey("load") || fault.containsKey("hot-keys"));
        return List.of(written);
    }

    private static Offers offers(Draft draft, Budget budget) {
        try {
            Scenario scenario = Checked.read(draft.text());
            Offers offers = new Offers(scenario);
            Checked.run(scenario, budget, offers);
            return offers;
        } catch (InvalidScenario e) {
            throw new IllegalStateException("a scenario that has been run can't be read", e);
        }
    }

    /** Puts every schedule into the order of time. */
    static void sort(Draft draft) {
        for (Map<String, Object> load : draft.list("workload")) {
            Draft.maps(load.get("schedule")).sort(Comparator.comparingDouble(Schedules::at));
        }
    }

    /** When a transaction is offered, in milliseconds. */
    static double at(Map<String, Object> transaction) {
        return FaultReductions.exactMillis((String) transaction.get("at"));
    }

    /** A draft with only some of the scheduled transactions, by their place among {@link #of all}. */
    static Draft keeping(Draft draft, List<Integer> places) {
        Draft kept = draft.copy();
        int place = 0;
        for (Map<String, Object> load : kept.list("workload")) {
            List<Map<String, Object>> some = new ArrayList<>();
            for (Map<String, Object> each : Draft.maps(load.get("schedule"))) {
                if (places.contains(place++)) {
                    some.add(each);
                }
            }
            load.put("schedule", some);
        }
        kept.list("workload").removeIf(load -> Draft.maps(load.get("schedule")).isEmpty());
        return kept;
    }
}
