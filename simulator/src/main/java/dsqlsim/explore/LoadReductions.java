package dsqlsim.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Fewer clients and transactions, simpler ones, and workloads without extras. */
final class LoadReductions {
    private static final long NEAR_MS = 30;
    private static final long AROUND_MS = 200;

    private LoadReductions() {}

    private static Draft changed(Draft draft, int index, Consumer<Map<String, Object>> change) {
        return Reductions.with(
                draft, each -> change.accept(each.list("workload").get(index)));
    }

    static List<Draft> fewerWorkloads(Draft draft) {
        List<Draft> smaller = new ArrayList<>();
        int count = draft.list("workload").size();
        for (int i = 0; i < count && count > 1; i++) {
            int index = i;
            smaller.add(Reductions.with(draft, each -> each.list("workload").remove(index)));
        }
        return smaller;
    }

    /** Fewer in number: a few clients that each come once or twice, at any time or about when a fault strikes; then lower rates. */
    static List<Draft> fewerTransactions(Draft draft) {
        List<Draft> smaller = new ArrayList<>();
        List<Map<String, Object>> loads = draft.list("workload");
        for (int i = 0; i < loads.size(); i++) {
            int index = i;
            double size = Schedules.scheduled(loads.get(i)) ? 0 : size(draft, loads.get(i));
            long millis = FaultReductions.millis(draft.word("duration"));
            for (int clients : new int[] {1, 2, 3, 4, 6, 10, 20, 40}) {
                for (String think : clients < size ? windows(draft, millis) : List.<String>of()) {
                    smaller.add(changed(draft, index, load -> clients(load, clients, think)));
                }
            }
            for (int rate : new int[] {1, 2, 5, 10, 20}) {
                if (rate * millis / 1_000.0 < size) {
                    smaller.add(changed(draft, index, load -> {
                        load.remove("clients");
                        load.put("arrivals", rate + "/s");
                    }));
                }
            }
        }
        return smaller;
    }

    /** When a client may come first: about when a fault strikes, and at any time. */
    private static List<String> windows(Draft draft, long millis) {
        List<String> windows = new ArrayList<>();
        for (Map<String, Object> fault : draft.list("faults")) {
            long at = FaultReductions.millis((String) fault.get("at"));
            long lasts = fault.containsKey("for") ? FaultReductions.millis((String) fault.get("for")) : 1_000;
            long end = Math.min(millis, at + lasts);
            windows.add(window(Math.max(0, at - NEAR_MS), at + NEAR_MS));
            windows.add(window(Math.max(0, end - NEAR_MS), end + NEAR_MS));
            windows.add(window(Math.max(0, at - AROUND_MS), end + AROUND_MS));
        }
        windows.add(window(0, millis));
        return windows;
    }

    private static String window(long fromMs, long toMs) {
        return "uniform(" + fromMs + "ms, " + toMs + "ms)";
    }

    private static void clients(Map<String, Object> load, int count, String think) {
        load.remove("arrivals");
        load.put("clients", Draft.entries("count", String.valueOf(count), "think", think));
    }

    /** About how many transactions a workload offers. */
    private static double size(Draft draft, Map<String, Object> load) {
        long millis = FaultReductions.millis(draft.word("duration"));
        if (load.containsKey("arrivals")) {
            String rate = (String) load.get("arrivals");
            return Double.parseDouble(rate.substring(0, rate.indexOf('/'))) * millis / 1_000;
        }
        Map<String, Object> clients = Draft.map(load.get("clients"));
        boolean once = String.valueOf(clients.get("think")).startsWith("uniform(");
        int count = Integer.parseInt(String.valueOf(clients.get("count")));
        return once ? count : count * 10.0 * millis / 1_000;
    }

    static List<Draft> simplerTransactions(Draft draft) {
        List<Draft> smaller = new ArrayList<>();
        List<Map<String, Object>> loads = draft.list("workload");
        for (int i = 0; i < loads.size(); i++) {
            List<Map<String, Object>> mix = Schedules.scheduled(loads.get(i)) ? List.of() : mix(loads.get(i));
            for (int k = 0; k < mix.size(); k++) {
                int at = k;
                if (mix.size() > 1) {
                    smaller.add(changed(draft, i, load -> mix(load).remove(at)));
                }
                for (Map<String, Object> simpler : simpler(mix.get(k))) {
                    smaller.add(changed(draft, i, load -> mix(load).set(at, simpler)));
                }
            }
        }
        return smaller;
    }

    /** The mix as a list, even if the file has its only transaction in place. */
    private static List<Map<String, Object>> mix(Map<String, Object> load) {
        Object transactions = load.get("transactions");
        if (transactions instanceof Map<?, ?>) {
            List<Map<String, Object>> list = new ArrayList<>();
            list.add(Draft.map(transactions));
            load.put("transactions", list);
            return list;
        }
        return Draft.maps(transactions);
    }

    private static List<Map<String, Object>> simpler(Map<String, Object> one) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (String extra : List.of("work", "for-update", "blind", "shards", "statements", "weight")) {
            if (one.containsKey(extra)) {
                all.add(Reductions.without(one, extra));
            }
        }
        for (String count : List.of("reads", "writes")) {
            int now = Integer.parseInt(String.valueOf(one.getOrDefault(count, "0")));
            for (int fewer = 0; fewer < now; fewer++) {
                Map<String, Object> simpler = new LinkedHashMap<>(one);
                simpler.put(count, String.valueOf(fewer));
                all.add(simpler);
            }
        }
        return all;
    }

    /** Without retries, timeouts, pools, routing; fewer rows. */
    static List<Draft> plainWorkloads(Draft draft) {
        List<Draft> smaller = new ArrayList<>();
        List<Map<String, Object>> loads = draft.list("workload");
        for (int i = 0; i < loads.size(); i++) {
            if (!"none".equals(loads.get(i).get("retry"))) {
                smaller.add(changed(draft, i, load -> load.put("retry", "none")));
            }
            for (String extra : List.of("timeout", "connections", "routing", "deadline")) {
                if (loads.get(i).containsKey(extra)) {
                    smaller.add(changed(draft, i, load -> load.remove(extra)));
                }
            }
        }
        rows(smaller, draft);
        return smaller;
    }

    private static void rows(List<Draft> smaller, Draft draft) {
        for (int space : new int[] {1, 2, 3, 5, 10, 20, 50}) {
            boolean fewer = draft.list("workload").stream().allMatch(load -> space < space(load));
            if (fewer) {
                String value = String.valueOf(space);
                smaller.add(Reductions.with(
                        draft,
                        each -> each.list("workload")
                                .forEach(load -> load.put("keys", Draft.entries("space", value)))));
            }
        }
    }

    private static int space(Map<String, Object> load) {
        Object keys = load.get("keys");
        return keys == null
                ? Integer.MAX_VALUE
                : Integer.parseInt(String.valueOf(Draft.map(keys).get("space")));
    }
}
