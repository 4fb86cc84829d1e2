package dsqlsim.explore;

import dsqlsim.ledger.PlantedBug;
import dsqlsim.scenario.InvalidScenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which planted bug is caught by which check, how soon, and how small the scenario is that shows it: as Markdown. */
public final class KillTable {
    private final int seeds;
    private final int runs;
    private final int threads;

    /** Explores with so many seeds for each bug, each at most so many runs. */
    public KillTable(int seeds, int runs, int threads) {
        this.seeds = seeds;
        this.runs = runs;
        this.threads = threads;
    }

    /** The whole file. */
    public String markdown() throws InterruptedException {
        StringBuilder text = new StringBuilder("# Planted bugs, and what catches them\n\n");
        text.append(
                "Each is one rule of the protocol left out (`faults.planted-bug`). Exploration draws scenarios with budget"
                        + " `any` until a check fails; the first finding is shrunk. Made with `dsqlsim explore --kill-table"
                        + " docs/KILL-TABLE.md`, ");
        text.append(seeds).append(" seeds, at most ").append(runs).append(" runs each.\n\n");
        text.append("| bug | caught by | found with | median runs | smallest scenario |\n|---|---|---|---|---|\n");
        for (PlantedBug bug : PlantedBug.values()) {
            // What is drawn is of Aurora DSQL; the bug of another design has a test of its own.
            if (bug != PlantedBug.NONE && bug != PlantedBug.VECTOR_CLOCK_TOTAL_ORDER) {
                text.append(row(bug));
            }
        }
        return text.toString();
    }

    private String row(PlantedBug bug) throws InterruptedException {
        int[] needed = new int[seeds];
        int found = 0;
        Finding first = null;
        for (int seed = 1; seed <= seeds; seed++) {
            Request request = new Request(seed, runs, 0, Budget.ANY, bug, null, true, false, threads);
            Totals totals = new Exploration(request, new Totals(), each -> {}).run();
            boolean hit = !totals.findings().isEmpty();
            needed[seed - 1] = hit ? totals.runs() : Integer.MAX_VALUE;
            found += hit ? 1 : 0;
            first = hit && first == null ? totals.findings().get(0) : first;
        }
        Arrays.sort(needed);
        int median = needed[seeds / 2];
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %d of %d seeds | %s | %s |\n",
                bug.label(),
                first == null ? "not yet" : first.check() + " (" + first.anomaly() + ")",
                found,
                seeds,
                median == Integer.MAX_VALUE ? "more than " + runs : String.valueOf(median),
                first == null ? "-" : smallest(first));
    }

    private static String smallest(Finding finding) {
        Draft draft =
                Shrinker.shrink(finding.text(), finding.violation(), Budget.ANY).draft();
        List<String> parts = new ArrayList<>();
        Checked.Result result = runOf(draft);
        long begun = result.watch().started();
        int faults = draft.list("faults").size();
        parts.add(faults == 1 ? "1 fault" : faults + " faults");
        parts.add(begun == 1 ? "1 transaction" : begun + " transactions");
        parts.add(draft.word("duration"));
        return String.join(", ", parts);
    }

    private static Checked.Result runOf(Draft draft) {
        try {
            return Checked.run(draft.text(), Budget.ANY);
        } catch (InvalidScenario e) {
            throw new IllegalStateException("a shrunken scenario that can't be read", e);
        }
    }
}
