package dsqlsim.cli;

import dsqlsim.report.UnwritableOutputException;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Library;
import dsqlsim.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the bundled scenarios and their questions. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the bundled scenarios and what each asks.",
        footer = {"", "Examples:", "  dsqlsim list", "  dsqlsim list --json scenarios.json"})
public final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", paramLabel = "F", description = "Writes the list to a file.")
    private Path json;

    private record Bundled(String name, String question, String architecture) {}

    private record Report(List<Bundled> scenarios) {}

    @Override
    public Integer call() throws InvalidScenario, UnwritableOutputException {
        List<Bundled> all = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (String name : Library.NAMES) {
            Scenario scenario = Library.load(name, List.of());
            all.add(new Bundled(name, scenario.question(), scenario.topology().architecture()));
            rows.add(List.of(name, scenario.question()));
        }
        JsonFile.write(json, new Report(all));
        new Output(spec).table(rows);
        return 0;
    }
}
