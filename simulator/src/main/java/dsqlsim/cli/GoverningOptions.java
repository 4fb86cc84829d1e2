package dsqlsim.cli;

import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Library;
import dsqlsim.scenario.Scenario;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say, over a scenario's file, what is run. */
class GoverningOptions {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

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

    /** Bad usage, if the options make no sense. */
    void check() {
        require(seed == null || seed >= 0, "--seed: expected a whole number from 0 on, not '" + seed + "'");
    }

    final Scenario load(String argument) throws InvalidScenario {
        check();
        return Library.load(argument, overrides);
    }

    /** The seed that governs: that of the command line, else the scenario's. */
    final long seed(Scenario scenario) {
        return seed != null ? seed : scenario.seed();
    }

    /** Bad usage, unless something holds. */
    final void require(boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
