package dsqlsim.cli;

import dsqlsim.fault.FaultKind;
import dsqlsim.fault.Faults;
import dsqlsim.report.UnwritableOutputException;
import dsqlsim.scenario.Architectures;
import dsqlsim.yaml.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The kinds of faults, and what each does to each architecture. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = "Lists the kinds of faults; with a KIND, what it does to each part of each architecture.",
        footer = {
            "",
            "Examples:",
            "  dsqlsim faults",
            "  dsqlsim faults partition",
            "  dsqlsim faults --json faults.json"
        })
public final class FaultsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "KIND", description = "One of them, at length.")
    private String kind;

    @Option(names = "--json", paramLabel = "F", description = "Writes all of it to a file.")
    private Path json;

    private record Documented(String kind, String summary, String example, Map<String, String> architectures) {}

    private record Report(List<Documented> faults) {}

    @Override
    public Integer call() throws UnwritableOutputException {
        List<Documented> all = new ArrayList<>();
        Faults.all().forEach(each -> all.add(document(each)));
        JsonFile.write(json, new Report(all));
        if (kind == null) {
            new Output(spec)
                    .table(all.stream()
                            .map(each -> List.of(each.kind, each.summary))
                            .toList());
            return 0;
        }
        print(all.stream().filter(each -> each.kind.equals(kind)).findFirst().orElseThrow(this::unknown));
        return 0;
    }

    private ParameterException unknown() {
        List<String> known = Faults.all().stream().map(FaultKind::name).toList();
        return new ParameterException(
                spec.commandLine(), "unknown fault kind '" + kind + "'" + Suggestion.of(kind, known));
    }

    private void print(Documented fault) {
        Output out = new Output(spec);
        out.line(fault.kind + ": " + fault.summary);
        out.line("  " + fault.example);
        out.line("");
        List<List<String>> rows = new ArrayList<>();
        fault.architectures.forEach(
                (name, meaning) -> rows.add(List.of(name, meaning == null ? "means nothing here" : meaning)));
        out.table(rows);
    }

    private static Documented document(FaultKind kind) {
        Map<String, String> meanings = new LinkedHashMap<>();
        Architectures.NAMES.forEach(name -> meanings.put(name, kind.meaningFor(name)));
        return new Documented(kind.name(), kind.summary(), kind.example(), meanings);
    }
}
