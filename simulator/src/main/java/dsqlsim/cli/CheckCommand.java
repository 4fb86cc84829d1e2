package dsqlsim.cli;

import dsqlsim.report.UnwritableOutputException;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Library;
import dsqlsim.scenario.Scenario;
import dsqlsim.yaml.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads scenarios and says everything that is wrong with them. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads scenarios and says everything that is wrong with them. Nothing is run.",
        footer = {
            "",
            "Examples:",
            "  dsqlsim check mine.yaml",
            "  dsqlsim check scenarios/*.yaml --json problems.json",
            "  dsqlsim check region-loss --set adjudicator.lease=100ms",
            "",
            "Exit status: 0 all are right, 2 something is wrong.",
        })
public final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files, or names of bundled scenarios.")
    private List<String> files;

    @Option(
            names = "--set",
            paramLabel = "path=value",
            description = "Sets any value of the scenario, or a ledger entry.")
    private List<String> overrides = List.of();

    @Option(names = "--json", paramLabel = "F", description = "Writes the problems to a file.")
    private Path json;

    @Option(names = "--quiet", description = "Says nothing of files that are right.")
    private boolean quiet;

    private record Checked(String file, String name, boolean ok, List<Problem> problems) {}

    private record Report(List<Checked> files) {}

    @Override
    public Integer call() throws UnwritableOutputException {
        List<Checked> checked = new ArrayList<>();
        for (String file : files) {
            checked.add(check(file));
        }
        JsonFile.write(json, new Report(checked));
        return checked.stream().allMatch(Checked::ok) ? 0 : Main.BAD_INPUT;
    }

    private Checked check(String file) {
        try {
            Scenario scenario = Library.load(file, overrides);
            if (!quiet) {
                new Output(spec).line(file + ": ok");
            }
            return new Checked(file, scenario.name(), true, List.of());
        } catch (InvalidScenario e) {
            PrintWriter err = spec.commandLine().getErr();
            e.problems().forEach(problem -> err.print(problem + "\n"));
            err.flush();
            return new Checked(file, null, false, e.problems());
        }
    }
}
