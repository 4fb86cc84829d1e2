package dsqlsim.explore;

import dsqlsim.ledger.PlantedBug;
import dsqlsim.report.FileOutput;
import dsqlsim.report.UnwritableOutputException;
import dsqlsim.scenario.InvalidScenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Which planted bug is caught by which check, how soon, and how small the scenario is that shows it: as Markdown. The file is
 * written after each row, and rows that it has already are kept.
 */
public final class KillTable {
    private static final String HEAD = "| bug | caught by | found with | median runs | smallest scenario |";
    private final Path file;
    private final Path scenarios;
    private final long firstSeed;
    private final int seeds;
    private final int runs;
    private final int threads;

    /**
     * Explores with so many seeds in a row for each bug, each at most so many runs.
     *
     * @param scenarios where the shrunken scenarios are written; null for nowhere
     */
    public KillTable(Path file, Path scenarios, long firstSeed, int seeds, int runs, int threads) {
        this.file = file;
        this.scenarios = scenarios;
        this.firstSeed = firstSeed;
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
                .append("`dsqlsim explore --kill-table docs/KILL-TABLE.md --seed ")
                .append(firstSeed)
                .append("`: ")
                .append(seeds)
                .append(" seeds from ")
                .append(firstSeed)
                .append(" on, at most ")
                .append(runs)
                .append(" runs each.\nIn brackets how many runs each seed took. Delete a row to have it made anew.\n\n")
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
        int[] needed = new int[seeds];
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < seeds; i++) {
            Request request = new Request(firstSeed + i, runs, 0, Budget.ANY, bug, null, null, true, false, threads);
            Totals totals = new Exploration(request, new Totals(), each -> {}).run();
            boolean hit = !totals.findings().isEmpty();
            needed[i] = hit ? totals.runs() : Integer.MAX_VALUE;
            findings.addAll(totals.findings().stream().limit(1).toList());
        }
        Example smallest = smallest(findings);
        if (smallest != null && scenarios != null) {
            smallest.draft().put("name", bug.label());
            byte[] text = smallest.draft().text().getBytes(StandardCharsets.UTF_8);
            FileOutput.write(scenarios.resolve(bug.label() + ".yaml"), text);
        }
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %d of %d seeds | %s | %s |",
                bug.label(),
                smallest == null ? "not found" : smallest.caughtBy(),
                findings.size(),
                seeds,
                median(needed),
                smallest == null ? "-" : smallest.size());
    }

    private String median(int[] needed) {
        int[] sorted = needed.clone();
        Arrays.sort(sorted);
        String each = Arrays.stream(needed).mapToObj(this::counted).collect(Collectors.joining(", "));
        return counted(sorted[sorted.length / 2]) + " (" + each + ")";
    }

    private String counted(int needed) {
        return needed == Integer.MAX_VALUE ? "more than " + runs : String.valueOf(needed);
    }

    /**
     * A finding, shrunk.
     *
     * @param transactions how many it begins, retries included
     */
    private record Example(Finding finding, Draft draft, long transactions) {
        private static final int FAULTS = 2;
        private static final int TRANSACTIONS = 4;

        static Example of(Finding finding) {
            Draft draft = Shrinker.shrink(finding.text(), finding.violation(), Budget.ANY)
                    .draft();
            return new Example(finding, draft, runOf(draft).watch().started());
        }

        int faults() {
            return draft.list("faults").size();
        }

        boolean small() {
            return faults() <= FAULTS && transactions <= TRANSACTIONS;
        }

        String caughtBy() {
            return finding.check() + " (" + finding.anomaly() + ")";
        }

        String size() {
            return counted(faults(), "fault") + ", " + counted(transactions, "transaction") + ", "
                    + draft.word("duration");
        }
    }

    /** The smallest that the seeds' findings come down to; once one is small, the others are left alone. */
    private static Example smallest(List<Finding> findings) {
        Example smallest = null;
        for (Finding each : findings) {
            if (smallest == null || !smallest.small()) {
                Example shrunk = Example.of(each);
                boolean smaller = smallest == null
                        || shrunk.faults() + shrunk.transactions() < smallest.faults() + smallest.transactions();
                smallest = smaller ? shrunk : smallest;
            }
        }
        return smallest;
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
