package dsqlsim.cli;

import dsqlsim.report.UnwritableOutputException;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Library;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a scenario as it is written. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Prints a scenario as it is written.",
        footer = {"", "Examples:", "  dsqlsim show region-loss", "  dsqlsim show region-loss > mine.yaml"})
public final class ShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The name of a bundled scenario, or a file.")
    private String name;

    @Option(names = "--json", paramLabel = "F", description = "Writes path and text to a file.")
    private Path json;

    @Override
    public Integer call() throws InvalidScenario, UnwritableOutputException {
        Library.Text text = Library.open(name);
        JsonFile.write(json, text);
        new Output(spec).line(text.content().stripTrailing());
        return 0;
    }
}
