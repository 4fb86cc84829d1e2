package dsqlsim.cli;

import dsqlsim.ledger.Assumption;
import dsqlsim.ledger.Ledger;
import dsqlsim.ledger.Preset;
import dsqlsim.report.UnwritableOutputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The assumption ledger: every constant of the model, and how well it is known. */
@Command(
        name = "assumptions",
        mixinStandardHelpOptions = true,
        description = "Lists every constant of the model: its value, where it comes from, and how well it is known.",
        footer = {
            "",
            "Examples:",
            "  dsqlsim assumptions",
            "  dsqlsim assumptions adjudicator         only those whose id begins so, at length",
            "  dsqlsim assumptions --json assumptions.json",
        })
public final class AssumptionsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ID", defaultValue = "", description = "The beginning of an id.")
    private String prefix;

    @Option(names = "--json", paramLabel = "F", description = "Writes the list to a file.")
    private Path json;

    private record Documented(
            String id,
            String kind,
            String unit,
            String awsSingleRegion,
            String awsMultiRegion,
            String ideal,
            List<String> words,
            String source,
            String confidence,
            String low,
            String high,
            String note) {}

    private record Report(List<Documented> assumptions) {}

    @Override
    public Integer call() throws UnwritableOutputException {
        List<Assumption> chosen = Ledger.all().stream()
                .filter(each -> each.id().startsWith(prefix))
                .toList();
        JsonFile.write(
                json,
                new Report(chosen.stream().map(AssumptionsCommand::document).toList()));
        Output out = new Output(spec);
        if (prefix.isEmpty()) {
            out.table(chosen.stream().map(AssumptionsCommand::row).toList());
        } else {
            chosen.forEach(each -> print(out, each));
        }
        return 0;
    }

    private static List<String> row(Assumption each) {
        return List.of(
                each.id(),
                aws(each),
                each.standard(Preset.IDEAL, true),
                each.confidence().label());
    }

    private static String aws(Assumption each) {
        return each.awsSingle().equals(each.awsMulti()) ? each.awsSingle() : each.awsSingle() + " / " + each.awsMulti();
    }

    private static void print(Output out, Assumption each) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("  aws", aws(each)));
        rows.add(List.of("  ideal", each.standard(Preset.IDEAL, true)));
        if (!each.low().isEmpty()) {
            rows.add(List.of("  plausible", each.low() + " to " + each.high()));
        }
        if (!each.words().isEmpty()) {
            rows.add(List.of("  words", String.join(", ", each.words())));
        }
        if (!each.note().isEmpty()) {
            rows.add(List.of("  note", each.note()));
        }
        rows.add(List.of("  source", each.source() + " (" + each.confidence().label() + ")"));
        out.line(each.id());
        out.table(rows);
    }

    private static Documented document(Assumption each) {
        return new Documented(
                each.id(),
                each.kind().label(),
                each.unit(),
                each.awsSingle(),
                each.awsMulti(),
                each.standard(Preset.IDEAL, true),
                each.words(),
                each.source(),
                each.confidence().label(),
                each.low(),
                each.high(),
                each.note());
    }
}
