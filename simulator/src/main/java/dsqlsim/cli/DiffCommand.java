package dsqlsim.cli;

import dsqlsim.compare.Duel;
import dsqlsim.report.Diff;
import dsqlsim.report.DiffTerminal;
import dsqlsim.report.FileOutput;
import dsqlsim.report.ResultJson;
import dsqlsim.report.RunResult;
import dsqlsim.report.UnreadableResultException;
import dsqlsim.report.UnwritableOutputException;
import dsqlsim.run.Options;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.yaml.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What distinguishes two runs: where they part, every metric, and which transactions fared differently. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Says what distinguishes two runs, result files or scenarios: the first event that differs, every"
                + " metric, and for two scenarios that are asked the same which transactions fared differently.",
        footer = {
            "",
            "Examples:",
            "  dsqlsim diff yesterday.json today.json              two result files",
            "  dsqlsim diff region-loss mine.yaml                  two scenarios, both run",
            "  dsqlsim diff yesterday.json mine.yaml               has it become better?",
            "  dsqlsim diff region-isolation --without ohio-cut-off",
            "  dsqlsim diff hot-key mine.yaml --repeat 20 --json diff.json",
            "",
            "Exit status: 0, also when they differ; 2 bad usage, file or scenario, 70 a mistake of dsqlsim.",
        })
public final class DiffCommand implements Callable<Integer> {
    private static final int REPEAT_MAX = 100_000;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "A B",
            arity = "1..2",
            description =
                    "Result files, scenario files, or names of bundled scenarios; with --without just one scenario.")
    private List<String> arguments;

    @Option(
            names = "--without",
            paramLabel = "FAULT",
            split = ",",
            description = "Compares the scenario with itself less a fault, by its id; may be given again.")
    private List<String> without = List.of();

    @Option(names = "--repeat", paramLabel = "N", description = "Replications of each scenario, paired by their seeds.")
    private Integer repeat;

    @Mixin
    private ScenarioOptions options;

    @Option(names = "--json", paramLabel = "F", description = "Writes the difference as JSON.")
    private Path json;

    @Override
    public Integer call() throws InvalidScenario, UnwritableOutputException, InterruptedException {
        options.require(
                repeat == null || repeat >= 1 && repeat <= REPEAT_MAX,
                "--repeat: expected a whole number from 1 to " + REPEAT_MAX + ", not '" + repeat + "'");
        options.require(
                without.isEmpty() == (arguments.size() == 2),
                "expected two results or scenarios, or one scenario and --without");
        if (json != null) {
            FileOutput.requireWritable(json);
        }
        Diff diff = duel().diff();
        Output out = new Output(spec);
        if (!options.quiet()) {
            out.line(DiffTerminal.render(diff, Terminal.hasColours(), Terminal.width())
                    .stripTrailing());
        }
        if (json != null) {
            FileOutput.write(json, ResultJson.text(diff).getBytes(StandardCharsets.UTF_8));
            out.line("wrote " + json);
        }
        return 0;
    }

    private Duel duel() throws InvalidScenario, InterruptedException {
        if (!without.isEmpty()) {
            Duel.Entry whole = entry(arguments.get(0));
            Twins.require(whole.scenario(), without);
            return run(
                    whole.label(),
                    progress ->
                            Duel.ofTwin(whole, without, repeat(whole), Options.STANDARD, options.threads(), progress));
        }
        String a = arguments.get(0);
        String b = arguments.get(1);
        if (!isResult(a) && !isResult(b)) {
            Duel.Entry first = entry(a);
            Duel.Entry second = entry(b);
            return run(
                    a + ", " + b,
                    progress -> Duel.of(first, second, repeat(first), Options.STANDARD, options.threads(), progress));
        }
        return Duel.ofFiles(a, result(a), b, result(b));
    }

    private interface Running {
        Duel run(Progress progress) throws InterruptedException;
    }

    private Duel run(String name, Running running) throws InterruptedException {
        Progress progress = options.progress(name);
        try {
            return running.run(options.watched(progress));
        } finally {
            progress.close();
        }
    }

    private int repeat(Duel.Entry of) {
        return repeat == null ? of.scenario().repeat() : repeat;
    }

    private Duel.Entry entry(String argument) throws InvalidScenario {
        Scenario scenario = options.load(argument);
        Twins.requireRunnable(scenario);
        return new Duel.Entry(argument, scenario, options.seed(scenario));
    }

    // ---- files

    /** The result of a file, or of a scenario that is run. */
    private RunResult result(String argument) throws InvalidScenario, InterruptedException {
        if (isResult(argument)) {
            try {
                return ResultJson.read(text(argument));
            } catch (UnreadableResultException e) {
                throw new InvalidScenario(List.of(new Problem(argument, 0, 0, e.getMessage())));
            }
        }
        Duel.Entry entry = entry(argument);
        return run(
                        argument,
                        progress -> Duel.of(entry, entry, repeat(entry), Options.STANDARD, options.threads(), progress))
                .first();
    }

    /** Whether an argument is a file that says it is a result. */
    private static boolean isResult(String argument) throws InvalidScenario {
        try {
            return Files.isRegularFile(Path.of(argument))
                    && argument.endsWith(".json")
                    && text(argument).contains("\"dsqlsim-result\"");
        } catch (InvalidPathException e) {
            return false; // No file has such a name.
        }
    }

    private static String text(String file) throws InvalidScenario {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new InvalidScenario(List.of(new Problem(file, 0, 0, "can't be read: " + e.getMessage())));
        }
    }
}
