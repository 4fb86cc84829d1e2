package dsqlsim.cli;

import dsqlsim.report.UnwritableOutputException;
import dsqlsim.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of scenario files. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of scenario files, so that editors complete and check them.",
        footer = {
            "",
            "Examples:",
            "  dsqlsim schema > dsqlsim.schema.json",
            "  dsqlsim schema --json dsqlsim.schema.json"
        })
public final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", paramLabel = "F", description = "Writes it to a file instead.")
    private Path json;

    @Override
    public Integer call() throws UnwritableOutputException {
        JsonFile.write(json, ScenarioReader.schema());
        if (json == null) {
            new Output(spec).line(JsonFile.text(ScenarioReader.schema()).stripTrailing());
        }
        return 0;
    }
}
