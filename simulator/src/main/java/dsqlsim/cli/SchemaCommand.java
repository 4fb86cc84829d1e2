package dsqlsim.cli;

import dsqlsim.report.FileOutput;
import dsqlsim.report.ResultJson;
import dsqlsim.report.UnwritableOutputException;
import dsqlsim.scenario.ScenarioReader;
import dsqlsim.yaml.Suggestion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of scenario files, or of what commands write. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description =
                "Prints the JSON Schema of scenario files, so that editors complete and check them; or that of a kind"
                        + " of file that commands write.",
        footer = {
            "",
            "Examples:",
            "  dsqlsim schema > dsqlsim.schema.json",
            "  dsqlsim schema --json dsqlsim.schema.json",
            "  dsqlsim schema result                               what run --json writes",
            "  dsqlsim schema comparison                           also diff, sweep, impact"
        })
public final class SchemaCommand implements Callable<Integer> {
    private static final String SCENARIO = "scenario";

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "KIND",
            arity = "0..1",
            description = "scenario (if left out), result, comparison, diff, sweep or impact.")
    private String kind = SCENARIO;

    @Option(names = "--json", paramLabel = "F", description = "Writes it to a file instead.")
    private Path json;

    @Override
    public Integer call() throws UnwritableOutputException {
        String text = text();
        if (json == null) {
            new Output(spec).line(text.stripTrailing());
        } else {
            FileOutput.write(json, text.getBytes(StandardCharsets.UTF_8));
        }
        return 0;
    }

    private String text() {
        if (kind.equals(SCENARIO)) {
            return JsonFile.text(ScenarioReader.schema());
        }
        if (ResultJson.FORMATS.contains(kind)) {
            return ResultJson.schema(kind);
        }
        List<String> known = new ArrayList<>(ResultJson.FORMATS);
        known.add(0, SCENARIO);
        throw new ParameterException(
                spec.commandLine(),
                "unknown kind of file '" + kind + "'" + Suggestion.of(kind, known) + " (known: "
                        + String.join(", ", known) + ")");
    }
}
