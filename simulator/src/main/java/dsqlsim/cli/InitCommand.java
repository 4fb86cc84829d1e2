package dsqlsim.cli;

import dsqlsim.report.FileOutput;
import dsqlsim.report.UnwritableOutputException;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Library;
import dsqlsim.scenario.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies a bundled scenario to start one's own, with the schema that its editor needs beside it. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Copies a bundled scenario to start one's own, with the JSON Schema for editors beside it.",
        footer = {"", "Examples:", "  dsqlsim init region-loss", "  dsqlsim init region-loss experiments/mine.yaml"})
public final class InitCommand implements Callable<Integer> {
    private static final String SCHEMA = "dsqlsim.schema.json";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "The name of a bundled scenario.")
    private String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "Where to; NAME.yaml if left out.")
    private Path file;

    @Option(names = "--force", description = "Replaces a file that is there.")
    private boolean force;

    @Option(names = "--json", paramLabel = "F", description = "Writes the names of the files written to a file.")
    private Path json;

    private record Report(String scenario, String schema) {}

    @Override
    public Integer call() throws InvalidScenario, UnwritableOutputException {
        String text = Library.open(name).content().replaceFirst("\\$schema=\\S+", "\\$schema=" + SCHEMA);
        Path target = file != null ? file : Path.of(name + ".yaml");
        if (Files.exists(target) && !force) {
            throw new ParameterException(spec.commandLine(), target + " is there already; --force replaces it");
        }
        Path schema = target.resolveSibling(SCHEMA);
        FileOutput.write(target, text.getBytes(StandardCharsets.UTF_8));
        JsonFile.write(schema, ScenarioReader.schema());
        JsonFile.write(json, new Report(target.toString(), schema.toString()));
        new Output(spec).line("wrote " + target + ", and " + schema + " for your editor");
        return 0;
    }
}
