package dsqlsim.cli;

import dsqlsim.architecture.Architecture;
import dsqlsim.explore.Budget;
import dsqlsim.explore.Exploration;
import dsqlsim.explore.ExploreReport;
import dsqlsim.explore.Finding;
import dsqlsim.explore.KillTable;
import dsqlsim.explore.Request;
import dsqlsim.explore.StateFile;
import dsqlsim.explore.Totals;
import dsqlsim.explore.ViolationFile;
import dsqlsim.ledger.PlantedBug;
import dsqlsim.report.FileOutput;
import dsqlsim.report.UnwritableOutputException;
import dsqlsim.run.Architectures;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Library;
import dsqlsim.scenario.Scenario;
import dsqlsim.yaml.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws scenarios at random, checks each, and shrinks what it finds. */
@Command(
        name = "explore",
        mixinStandardHelpOptions = true,
        description = "Draws scenarios at random, runs them on all cores, checks each, and shrinks what it finds to a"
                + " scenario file.",
        footer = {
            "",
            "Examples:",
            "  dsqlsim explore --runs 1000                        topologies, loads, settings and faults, all drawn",
            "  dsqlsim explore --time 10m --out found             as many as fit; again: goes on from there",
            "  dsqlsim explore mine.yaml --runs 200               one's own system and load, with more faults",
            "  dsqlsim explore mine.yaml --set topology.shards=8  with something else in it",
            "  dsqlsim explore --architecture aurora-multi-az     another design, judged by what it promises",
            "  dsqlsim explore --budget any                       more faults at once than the design survives",
            "  dsqlsim explore --bug no-conflict-check            does it find a protocol that is wrong on purpose?",
            "",
            "Exit status: 0 nothing found, 2 bad usage or bad scenario, 3 something found (also with --bug),",
            "4 not deterministic (--verify), 70 a mistake of dsqlsim.",
        })
public final class ExploreCommand implements Callable<Integer> {
    private static final int FOUND = 3;
    private static final int NOT_DETERMINISTIC = 4;
    private static final int RUNS = 1_000;
    private static final int KILL_SEEDS = 3;
    private static final int SAVE_EVERY = 500;
    private static final long SHORTEST_NANOS = 5_000_000_000L;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..1",
            description = "Keeps this scenario's topology, load and settings, and adds faults; else all is drawn.")
    private String argument;

    @Option(
            names = "--set",
            paramLabel = "path=value",
            description = "Sets any value of SCENARIO, or a ledger entry; may be given again.")
    private List<String> overrides = List.of();

    @Option(
            names = "--architecture",
            paramLabel = "NAME",
            description =
                    "Of which design: aurora-multi-az, active-active-lww, ... (with SCENARIO: asked of this design"
                            + " instead of its own). DSQL in one region or two, if left out.")
    private String architecture;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "How many scenarios, at most; 1000 unless --time is given.")
    private Integer runs;

    @Option(names = "--time", paramLabel = "DURATION", description = "How long, at most, such as 60s.")
    private String time;

    @Option(names = "--seed", paramLabel = "N", description = "Governs every draw; 1 if left out.")
    private long seed = 1;

    @Option(
            names = "--budget",
            paramLabel = "B",
            description =
                    "survivable (one failure domain at a time; what is taken if left out), any (with --bug), or lies"
                            + " (clocks lie as well).")
    private String budget;

    @Option(names = "--bug", paramLabel = "NAME", description = "Plants a mistake; stops at the first finding.")
    private String bug = "none";

    @Option(names = "--out", paramLabel = "DIR", description = "Where findings are written, and how far it came.")
    private Path out;

    @Option(names = "--json", paramLabel = "F", description = "Writes the outcome as JSON.")
    private Path json;

    @Option(names = "--threads", paramLabel = "N", description = "How many at once; one for each core if left out.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--verify", description = "Runs every scenario twice: are the two the same?")
    private boolean verify;

    @Option(names = "--no-shrink", description = "Leaves findings as they were drawn.")
    private boolean unshrunk;

    @Option(
            names = "--kill-table",
            paramLabel = "F",
            description =
                    "Explores with every planted bug in turn, with three seeds from --seed on, and writes what catches which and,"
                            + " with --out, the scenarios; takes minutes, and goes on where it was stopped.")
    private Path killTable;

    @Option(names = "--quiet", description = "Says no more than what was found.")
    private boolean quiet;

    private record Found(String check, String scenario, String reproduce) {}

    private record Report(
            int runs,
            long seed,
            Map<String, Map<String, Long>> coverage,
            Map<String, Long> events,
            double bound,
            List<Found> findings) {}

    @Override
    public Integer call() throws InvalidScenario, UnwritableOutputException, IOException, InterruptedException {
        Request request = request();
        if (killTable != null) {
            Path scenarios = out == null ? null : folder();
            new KillTable(killTable, scenarios, seed, KILL_SEEDS, request.runs(), threads)
                    .write(each -> spec.commandLine().getErr().println("looking for " + each));
            return 0;
        }
        if (json != null) {
            FileOutput.requireWritable(json);
        }
        Path folder = out == null ? Path.of("") : folder();
        StateFile state = out == null ? null : new StateFile(folder.resolve("exploration.json"), request);
        Totals totals = explore(request, state);
        List<Found> found = write(folder, totals, request);
        Output output = new Output(spec);
        ExploreReport report = new ExploreReport(request, totals);
        (quiet ? report.lines().subList(0, 1) : report.lines()).forEach(output::line);
        found.forEach(each -> output.line(each.check() + ": " + each.scenario() + ", again: " + each.reproduce()));
        JsonFile.write(
                json, new Report(totals.runs(), seed, report.coverage(), totals.events(), totals.bound(), found));
        if (totals.findings().isEmpty()) {
            return 0;
        }
        return totals.kinds().keySet().stream().allMatch(each -> each.equals("determinism"))
                ? NOT_DETERMINISTIC
                : FOUND;
    }

    // ---- what is asked for

    private Request request() throws InvalidScenario {
        requireKnown(architecture);
        Scenario base = argument == null ? null : Library.load(argument, all(overrides));
        if (base == null && !overrides.isEmpty()) {
            throw refusal("--set", "a SCENARIO to set it in");
        }
        if (base != null && (base.durationNanos() < SHORTEST_NANOS || base.durationNanos() >= Scenario.UNBOUNDED)) {
            throw refusal("SCENARIO", "a duration of at least 5s, so that there is time for faults");
        }
        int most = runs != null ? runs : time != null ? Integer.MAX_VALUE : RUNS;
        if (most < 1 || threads < 1 || seed < 0) {
            throw refusal("--runs, --threads and --seed", "positive numbers");
        }
        long nanos = time == null ? 0 : nanos();
        PlantedBug planted = bug();
        String design = base == null ? architecture : base.topology().architecture();
        if (design != null && !planted.isIn(design)) {
            throw refusal("--bug", "a design that has this bug, not " + design);
        }
        return new Request(
                seed, most, nanos, budget(), planted, base, design, planted != PlantedBug.NONE, verify, threads);
    }

    private void requireKnown(String design) {
        List<String> names =
                Architectures.all().stream().map(Architecture::name).toList();
        if (design != null && !names.contains(design)) {
            throw refusal("--architecture", "one of " + String.join(", ", names) + ", not '" + design + "'");
        }
    }

    private List<String> all(List<String> set) {
        List<String> all = new ArrayList<>(set);
        if (architecture != null) {
            all.add("topology.architecture=" + architecture);
        }
        return all;
    }

    private long nanos() {
        return Shape.TIME_SPAN
                .read()
                .apply(time)
                .orElseThrow(() -> refusal("--time", "a duration such as 60s, not '" + time + "'"));
    }

    private Budget budget() {
        if (budget == null) {
            return bug().equals(PlantedBug.NONE) ? Budget.SURVIVABLE : Budget.ANY;
        }
        for (Budget each : Budget.values()) {
            if (each.label().equals(budget)) {
                return each;
            }
        }
        throw refusal("--budget", "survivable, any or lies, not '" + budget + "'");
    }

    private PlantedBug bug() {
        for (PlantedBug each : PlantedBug.values()) {
            if (each.label().equals(bug)) {
                return each;
            }
        }
        throw refusal("--bug", "one of " + String.join(", ", PlantedBug.labels()) + ", not '" + bug + "'");
    }

    private ParameterException refusal(String what, String expected) {
        return new ParameterException(spec.commandLine(), what + ": expected " + expected);
    }

    // ---- exploring

    private Totals explore(Request request, StateFile state)
            throws IOException, UnwritableOutputException, InterruptedException {
        Totals before = state == null ? new Totals() : before(state);
        Progress progress = new Progress(spec.commandLine().getErr(), "explore", System::nanoTime);
        boolean watched = Terminal.isWatched() && !quiet;
        long started = System.nanoTime();
        List<UnwritableOutputException> unsaved = new ArrayList<>();
        Totals totals = new Exploration(request, before, now -> {
                    if (watched) {
                        progress.accept(share(request, now, System.nanoTime() - started));
                    }
                    if (state != null && now.runs() % SAVE_EVERY == 0) {
                        save(state, now, unsaved);
                    }
                })
                .run();
        progress.close();
        if (state != null) {
            state.write(totals);
        }
        return totals;
    }

    private Path folder() {
        try {
            return Files.createDirectories(out);
        } catch (IOException e) {
            throw refusal("--out", "a folder, or a name that one can be made under, not '" + out + "'");
        }
    }

    private Totals before(StateFile state) {
        try {
            return state.read();
        } catch (IOException e) {
            throw refusal("--out", "a folder of the same exploration, or a new one: " + firstLine(e));
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** A folder that fills up in the middle is told in the end, when saving fails again. */
    private static void save(StateFile state, Totals totals, List<UnwritableOutputException> unsaved) {
        try {
            state.write(totals);
        } catch (UnwritableOutputException e) {
            unsaved.add(e);
        }
    }

    private static double share(Request request, Totals totals, long passedNanos) {
        double byRuns = (double) totals.runs() / request.runs();
        return request.nanos() == 0 ? byRuns : Math.max(byRuns, Math.min(1, (double) passedNanos / request.nanos()));
    }

    private List<Found> write(Path folder, Totals totals, Request request) throws UnwritableOutputException {
        List<Found> found = new ArrayList<>();
        for (Finding each : totals.findings()) {
            Path file = folder.resolve("violation-" + (found.size() + 1) + ".yaml");
            if (!quiet) {
                spec.commandLine().getErr().printf(Locale.ROOT, "shrinking run %d (%s)%n", each.number(), each.check());
            }
            ViolationFile.write(file, each, request, !unshrunk);
            found.add(new Found(each.check(), file.toString(), Terminal.command() + " replay " + file));
        }
        return found;
    }
}
