package dsqlsim.cli;

import dsqlsim.explore.Budget;
import dsqlsim.explore.Story;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Library;
import dsqlsim.scenario.Scenario;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a scenario again and tells the story of what is violated in it. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Runs a scenario that exploration has found, and tells what is violated: which transactions, which"
                        + " values, when, and which fault made it possible.",
        footer = {
            "",
            "Examples:",
            "  dsqlsim replay violation-1.yaml",
            "  dsqlsim replay violation-1.yaml --set faults.planted-bug=none    and with the protocol as it should be?",
            "",
            "Exit status: 0 nothing is violated, 2 bad usage or bad scenario, 3 a check is violated.",
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final int VIOLATED = 3;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The scenario.")
    private String file;

    @Option(
            names = "--set",
            paramLabel = "path=value",
            description = "Sets any value of the scenario, or a ledger entry; may be given again.")
    private List<String> overrides = List.of();

    @Option(names = "--quiet", description = "Leaves the excerpt out.")
    private boolean quiet;

    @Override
    public Integer call() throws InvalidScenario {
        Scenario scenario = Library.load(file, overrides);
        Story story = Story.of(scenario, Budget.ANY);
        Output output = new Output(spec);
        if (!story.violated()) {
            output.line(scenario.name() + ": nothing is violated"
                    + (story.quorumLost()
                            ? "; nobody is served in the end, for its faults leave too few replicas for a quorum."
                            : "."));
            return 0;
        }
        story.sentences().forEach(output::line);
        if (!quiet) {
            output.line("");
            story.excerpt().forEach(output::line);
        }
        return VIOLATED;
    }
}
