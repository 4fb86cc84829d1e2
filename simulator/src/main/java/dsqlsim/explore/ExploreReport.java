package dsqlsim.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What an exploration came to, for a screen: how sure it makes, what was seen, and what never was. */
public final class ExploreReport {
    private static final Map<String, String> INTERESTING = Map.ofEntries(
            Map.entry("leader-elected", "elections"),
            Map.entry("fenced", "fencings"),
            Map.entry("eviction-decided", "evictions"),
            Map.entry("readmitted", "returns of a region"),
            Map.entry("hand-over", "hand-overs"),
            Map.entry("abandoned", "multi-shard tries abandoned"),
            Map.entry("unknown-outcome", "unknown outcomes"),
            Map.entry("promise-expired", "promise expiries"),
            Map.entry("replica-replaced", "storage replicas replaced"),
            Map.entry("slow", "runs too short for what comes back slowly, and did in a run of three times the length"),
            Map.entry("overloaded", "runs that drowned in retries, and came back with less load"),
            Map.entry("quorum-lost", "runs that stood still since too few replicas were left (never survivable)"),
            Map.entry("aborted", "conflicts and other aborts"),
            Map.entry("committed", "commits"));

    private final Request request;
    private final Totals totals;
    private final Map<String, long[]> rows = new TreeMap<>();

    public ExploreReport(Request request, Totals totals) {
        this.request = request;
        this.totals = totals;
        PossibleRows.of(request).forEach(row -> rows.put(row, new long[Phase.values().length]));
        rows.putAll(totals.cells());
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(verdict());
        lines.add("");
        lines.add("Seen in these runs:");
        INTERESTING.entrySet().stream()
                .filter(each -> request.dsql() || totals.events().containsKey(each.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .forEach(each -> lines.add(String.format(
                        Locale.ROOT, "%,14d  %s", totals.events().getOrDefault(each.getKey(), 0L), each.getValue())));
        lines.add("");
        lines.addAll(map());
        return lines;
    }

    /** The map by row and phase. */
    public Map<String, Map<String, Long>> coverage() {
        Map<String, Map<String, Long>> coverage = new LinkedHashMap<>();
        rows.forEach((row, counts) -> {
            Map<String, Long> cells = new LinkedHashMap<>();
            phases().forEach(phase -> cells.put(phase.label(), counts[phase.ordinal()]));
            coverage.put(row, cells);
        });
        return coverage;
    }

    /** Other designs than DSQL don't tell what becomes of a commit on its way. */
    private List<Phase> phases() {
        return request.dsql()
                ? List.of(Phase.values())
                : List.of(Phase.BEFORE_SNAPSHOT, Phase.EXECUTING, Phase.DECIDING);
    }

    private long hit() {
        return rows.values().stream()
                .mapToLong(counts -> phases().stream()
                        .filter(each -> counts[each.ordinal()] > 0)
                        .count())
                .sum();
    }

    private String verdict() {
        String design = request.architecture() == null ? "" : request.architecture() + ", ";
        String budget = design + "budget " + request.budget().label() + ", seed " + request.seed();
        String bug = request.bug().ordinal() == 0
                ? ""
                : ", with the planted bug " + request.bug().label();
        String runs = String.format(Locale.ROOT, "%,d scenarios (%s%s)", totals.runs(), budget, bug);
        return totals.findings().isEmpty()
                ? String.format(
                        Locale.ROOT,
                        "%s: nothing found. At 95 %% at most one in %,d such scenarios violates a check.",
                        runs,
                        (long) (1 / totals.bound()))
                : String.format(
                        Locale.ROOT,
                        "%s: %,d of them violate %s",
                        runs,
                        totals.violated(),
                        totals.kinds().keySet());
    }

    /** Part and kind of fault down, phase of the transactions that it met across. */
    private List<String> map() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "Transactions that a fault met, by the phase they were in; '.' is a case that no run had (%d of %d were):",
                hit(),
                rows.size() * phases().size()));
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-36s", ""));
        for (Phase phase : phases()) {
            head.append(String.format(Locale.ROOT, "%17s", phase.label()));
        }
        lines.add(head.toString());
        rows.forEach((row, counts) -> {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-36s", row));
            for (Phase phase : phases()) {
                long count = counts[phase.ordinal()];
                line.append(String.format(Locale.ROOT, "%17s", count == 0 ? "." : String.valueOf(count)));
            }
            lines.add(line.toString());
        });
        return lines;
    }
}
