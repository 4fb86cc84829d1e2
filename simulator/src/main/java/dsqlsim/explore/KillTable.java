package dsqlsim.explore;

import dsqlsim.ledger.PlantedBug;
import dsqlsim.report.FileOutput;
import dsqlsim.report.UnwritableOutputException;
import dsqlsim.scenario.InvalidScenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Which planted bug is caught by which check, how soon, and how small the scenario is that shows it: as Markdown. The file is
 * written after each row, and rows that it has already are kept.
 */
public final class KillTable {
    private static final String HEAD = "| bug | caught by | found with | median runs | smallest scenario |";
    private static final int RARE = 30;

    private final Path file;
    private final Path scenarios;
    private final int seeds;
    private final int runs;
    private final int threads;

    /**
     * Explores with so many seeds for each bug, each at most so many runs (rare ones 30 times as many).
     *
     * @param scenarios where the shrunken scenarios are written; null for nowhere
     */
    public KillTable(Path file, Path scenarios, int seeds, int runs, int threads) {
        this.file = file;
        this.scenarios = scenarios;
        this.seeds = seeds;
        this.runs = runs;
        this.threads = threads;
    }

    /** Writes what is missing; {@code progress} is told of each bug before it is looked for. */
    public void write(Consumer<String> progress) throws IOException, UnwritableOutputException, InterruptedException {
        Map<String, String> rows = rows();
        for (PlantedBug bug : PlantedBug.values()) {
            if (bug != PlantedBug.NONE && !rows.containsKey(bug.label())) {
                progress.accept(bug.label());
                rows.put(bug.label(), row(bug));
                FileOutput.write(file, markdown(rows).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private Map<String, String> rows() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("| `")) {
                    rows.put(line.substring(3, line.indexOf('`', 3)), line);
                }
            }
        }
        return rows;
    }

    private String markdown(Map<String, String> rows) {
        StringBuilder text = new StringBuilder("# Planted bugs, and what catches them\n\n");
        text.append(
                        "Each is one rule of the protocol left out (`faults.planted-bug`). Exploration draws scenarios with budget\n")
                .append(
                        "`any`, three in four of them leaning towards what the bug needs, until a check fails that holds in the\n")
                .append("same scenario without the bug; the first finding is shrunk. Made with\n")
                .append("`dsqlsim explore --kill-table docs/KILL-TABLE.md`, ")
                .append(seeds)
                .append(" seeds, at most ")
                .append(runs)
                .append(" runs each, for those marked rare ")
                .append(RARE * runs)
                .append(".\nDelete a row to have it made anew.\n\n")
                .append(HEAD)
                .append("\n|---|---|---|---|---|\n");
        for (PlantedBug bug : PlantedBug.values()) {
            if (rows.containsKey(bug.label())) {
                text.append(rows.get(bug.label())).append('\n');
            }
        }
        return text.toString();
    }

    private String row(PlantedBug bug) throws InterruptedException, UnwritableOutputException {
        int most = bug.rare() ? RARE * runs : runs;
        int[] needed = new int[seeds];
        int found = 0;
        Finding first = null;
        for (int seed = 1; seed <= seeds; seed++) {
            Request request = new Request(seed, most, 0, Budget.ANY, bug, null, null, true, false, threads);
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
                "| `%s`%s | %s | %d of %d seeds | %s | %s |",
                bug.label(),
                bug.rare() ? " (rare)" : "",
                first == null ? "not found" : first.check() + " (" + first.anomaly() + ")",
                found,
                seeds,
                median == Integer.MAX_VALUE ? "more than " + most : String.valueOf(median),
                first == null ? "-" : smallest(first, bug));
    }

    private String smallest(Finding finding, PlantedBug bug) throws UnwritableOutputException {
        Draft draft =
                Shrinker.shrink(finding.text(), finding.violation(), Budget.ANY).draft();
        draft.put("name", bug.label());
        if (scenarios != null) {
            FileOutput.write(
                    scenarios.resolve(bug.label() + ".yaml"), draft.text().getBytes(StandardCharsets.UTF_8));
        }
        long begun = runOf(draft).watch().started();
        return counted(draft.list("faults").size(), "fault") + ", " + counted(begun, "transaction") + ", "
                + draft.word("duration");
    }

    private static String counted(long count, String what) {
        return count == 1 ? "1 " + what : count + " " + what + "s";
    }

    private static Checked.Result runOf(Draft draft) {
        try {
            return Checked.run(draft.text(), Budget.ANY);
        } catch (InvalidScenario e) {
            throw new IllegalStateException("a shrunken scenario that can't be read", e);
        }
    }
}
