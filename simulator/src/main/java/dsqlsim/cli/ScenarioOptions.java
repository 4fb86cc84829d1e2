package dsqlsim.cli;

import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Library;
import dsqlsim.scenario.Scenario;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options by which commands that run a scenario several times read it. */
final class ScenarioOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Governs every draw; else the scenario's seed counts, else 1.")
    private Long seed;

    @Option(
            names = "--set",
            paramLabel = "path=value",
            description = "Sets any value of the scenario, or a ledger entry; may be given again.")
    private List<String> overrides = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many runs at once; one for each core if left out. Never shows in a result.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--quiet", description = "Says no more than what was written.")
    private boolean quiet;

    Scenario load(String argument) throws InvalidScenario {
        require(seed == null || seed >= 0, "--seed: expected a whole number from 0 on, not '" + seed + "'");
        require(threads >= 1, "--threads: expected a whole number from 1 on, not '" + threads + "'");
        return Library.load(argument, overrides);
    }

    /** The seed that governs: that of the command line, else the scenario's. */
    long seed(Scenario scenario) {
        return seed != null ? seed : scenario.seed();
    }

    int threads() {
        return threads;
    }

    boolean quiet() {
        return quiet;
    }

    /** A line that says how far it is, where somebody watches; its {@code close} takes it away. */
    Progress progress(String name) {
        return new Progress(spec.commandLine().getErr(), name, System::nanoTime);
    }

    /** What progress is told to; null where nobody watches. */
    Progress watched(Progress progress) {
        return Terminal.isWatched() && !quiet ? progress : null;
    }

    /** Bad usage, unless something holds. */
    void require(boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
