package dsqlsim.cli;

import dsqlsim.architecture.Architecture;
import dsqlsim.compare.Duel;
import dsqlsim.kernel.SimulationFailure;
import dsqlsim.report.DiffTerminal;
import dsqlsim.report.RunResult;
import dsqlsim.report.RunVerdict;
import dsqlsim.report.UnwritableOutputException;
import dsqlsim.run.Architectures;
import dsqlsim.run.Options;
import dsqlsim.run.Reproduction;
import dsqlsim.run.Version;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.yaml.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs scenarios, and says on one screen what came of each. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs scenarios, says on one screen what came of each, and writes files if asked to.",
        footer = {
            "",
            "Examples:",
            "  dsqlsim run region-isolation                        a bundled scenario",
            "  dsqlsim run mine.yaml --seed 7 --html report.html   as a page with charts",
            "  dsqlsim run region-loss --set membership.detect=1.5s",
            "  dsqlsim run hot-key --set workload.orders.retry.attempts=10",
            "  dsqlsim run scenarios/*.yaml --out results --quiet  a folder for each",
            "  dsqlsim run region-loss --set repeat=100            100 replications",
            "  dsqlsim run region-loss --without ohio-dark         what did that fault do?",
            "  dsqlsim run region-loss --verify                    is it deterministic?",
            "  dsqlsim run region-loss --baseline main.json        is anything worse now?",
            "  dsqlsim run region-loss --history history.edn       for Elle, or 'dsqlsim history'",
            "  dsqlsim run region-loss --trace t.json --from 24s --to 29s",
            "  dsqlsim run region-loss --sequence s.mmd --transaction failover",
            "",
            "Exit status: 0 everything expected holds, 1 an expectation or objective missed",
            "or something worse than in the baseline, 2 bad usage or bad scenario, 3 a safety",
            "check violated, 4 not deterministic (--verify), 70 a mistake of dsqlsim. Of",
            "several the worst: 70, then 4, 3, 1.",
        })
public final class RunCommand implements Callable<Integer> {
    private static final int MISSED = 1;
    private static final int VIOLATED = 3;
    private static final int NOT_DETERMINISTIC = 4;
    /** Statuses from the worst to the best. */
    private static final List<Integer> SEVERITY = List.of(Main.INTERNAL_ERROR, NOT_DETERMINISTIC, VIOLATED, MISSED, 0);

    private final Options standard;
    private final UnaryOperator<Scenario> again;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", arity = "1..*", description = "Files, or names of bundled scenarios.")
    private List<String> arguments;

    @Mixin
    private GoverningOptions governing;

    @Option(
            names = "--without",
            paramLabel = "FAULT",
            split = ",",
            description =
                    "Runs the counterfactual twin: the same draws less a fault, by its id; says what the fault did. May be given"
                            + " again.")
    private List<String> without = List.of();

    @Mixin
    private ResultFiles files;

    @Mixin
    private TraceFiles traces;

    @Mixin
    private HistoryFile history;

    @Mixin
    private BaselineOptions baseline;

    @Option(names = "--verify", description = "Runs everything twice, and names the first event that differs.")
    private boolean verify;

    @Option(names = "--no-checks", description = "Leaves the safety checks out.")
    private boolean noChecks;

    @Option(names = "--quiet", description = "Says no more than the verdict and how to reproduce it.")
    private boolean quiet;

    @Option(names = "--verbose", description = "Says more: what happened when, and which assumptions were changed.")
    private boolean verbose;

    /** The command of the program. */
    public RunCommand() {
        this(Options.STANDARD, UnaryOperator.identity());
    }

    /** For tests: with options to run by, and with what {@code --verify} compares a scenario with. */
    RunCommand(Options standard, UnaryOperator<Scenario> again) {
        this.standard = standard;
        this.again = again;
    }

    @Override
    public Integer call() throws InvalidScenario, UnwritableOutputException, InterruptedException {
        requireUsage();
        List<Scenario> scenarios = load();
        files.require(scenarios);
        traces.require(scenarios);
        history.require(scenarios, verify);
        baseline.require(scenarios);
        int worst = 0;
        for (Scenario scenario : scenarios) {
            int status = run(scenario, scenarios.size() > 1);
            worst = SEVERITY.indexOf(status) < SEVERITY.indexOf(worst) ? status : worst;
        }
        return worst;
    }

    private void requireUsage() {
        governing.check();
        if (verify && !without.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--verify and --without can't be combined");
        }
    }

    /** All of them, or all that is wrong with any. */
    private List<Scenario> load() throws InvalidScenario {
        List<Scenario> scenarios = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String argument : arguments) {
            try {
                Scenario scenario = governing.load(argument);
                if (Architectures.find(scenario.topology().architecture()).isEmpty()) {
                    problems.add(Twins.unknownDesign(scenario));
                } else {
                    Twins.require(scenario, without);
                }
                scenarios.add(scenario);
            } catch (InvalidScenario e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidScenario(problems.stream().distinct().toList());
        }
        return scenarios;
    }

    private int run(Scenario scenario, boolean several) throws UnwritableOutputException, InterruptedException {
        long seed = governing.seed(scenario);
        Options options = noChecks ? standard.withoutChecks() : standard;
        Progress progress = new Progress(spec.commandLine().getErr(), scenario.name(), System::nanoTime);
        if (!without.isEmpty()) {
            return twin(scenario, seed, options, several, progress);
        }
        Options watched = Terminal.isWatched() && !quiet ? options.reporting(progress) : options;
        Architecture architecture =
                Architectures.find(scenario.topology().architecture()).orElseThrow();
        Options traced = history.recording(watched.tracing(traces.tracers(scenario, files.wantsPage())));
        Runner runner = new Runner(scenario, again.apply(scenario), architecture, seed, traced);
        long started = System.nanoTime();
        RunResult result;
        try {
            result = runner.run(verify);
        } catch (RuntimeException | Error e) {
            progress.close();
            return failed(scenario, seed, e);
        }
        progress.close();
        double seconds = (System.nanoTime() - started) / 1e9;
        Verdicts said = new Verdicts(
                new Output(spec), result, Reproduction.line(Terminal.command(), scenario, seed, !noChecks));
        if (quiet) {
            said.line();
        } else {
            said.screen(seconds, verbose);
        }
        List<Path> written = new ArrayList<>(files.write(scenario, several, result, traces.exemplars()));
        written.addAll(traces.write());
        written.addAll(history.write(scenario.name()));
        if (!quiet) {
            said.files(written);
        }
        boolean worse = baseline.worse(result, new Output(spec));
        int status = status(scenario, runner, result);
        return status == 0 && worse ? MISSED : status;
    }

    /** The run with all its faults beside that without some. What is written is the latter, with the differences in it. */
    private int twin(Scenario scenario, long seed, Options options, boolean several, Progress progress)
            throws UnwritableOutputException, InterruptedException {
        Duel duel;
        try {
            duel = Duel.ofTwin(
                    new Duel.Entry(scenario.name(), scenario, seed),
                    without,
                    scenario.repeat(),
                    options,
                    Runtime.getRuntime().availableProcessors(),
                    Terminal.isWatched() && !quiet ? progress : null);
        } catch (RuntimeException | Error e) {
            progress.close();
            return failed(scenario, seed, e);
        }
        progress.close();
        RunResult result = duel.twin(without);
        Output out = new Output(spec);
        String again = Reproduction.line(Terminal.command(), scenario, seed, !noChecks) + " --without "
                + String.join(",", without);
        if (quiet) {
            new Verdicts(out, result, again).line();
        } else {
            out.line(DiffTerminal.render(duel.diff(), Terminal.hasColours(), Terminal.width())
                    .stripTrailing());
            out.line("");
            out.line("again: " + again);
        }
        List<Path> written = files.write(scenario, several, result, traces.exemplars());
        if (!quiet) {
            written.forEach(each -> out.line("wrote " + each));
        }
        return result.verdict() == RunVerdict.VIOLATED ? VIOLATED : 0;
    }

    private int status(Scenario scenario, Runner runner, RunResult result) {
        PrintWriter err = spec.commandLine().getErr();
        if (runner.difference().isPresent()) {
            err.print(scenario.name() + ": not deterministic: "
                    + runner.difference().get() + "\n");
            err.flush();
            return NOT_DETERMINISTIC;
        }
        if (verify && !quiet) {
            new Output(spec).line("verified: two runs agree on every event and every byte");
        }
        return result.verdict() == RunVerdict.VIOLATED ? VIOLATED : result.verdict() == RunVerdict.MET ? 0 : MISSED;
    }

    /** An internal error: what is needed to see it again. */
    private int failed(Scenario scenario, long seed, Throwable failure) {
        long its = failure instanceof SimulationFailure simulation ? simulation.seed() : seed;
        PrintWriter err = spec.commandLine().getErr();
        err.print(scenario.name() + ": internal error: a mistake of dsqlsim " + Version.NUMBER
                + ", not of the scenario\n"
                + "  " + failure + "\n"
                + "  seed " + its + "\n"
                + "  again: " + Reproduction.line(Terminal.command(), scenario, its, !noChecks)
                + (its == seed ? "" : " --set repeat=1") + "\n"
                + "To report it, open an issue in the project's repository with the scenario file and all of this:\n");
        failure.printStackTrace(err);
        err.flush();
        return Main.INTERNAL_ERROR;
    }
}
