package dsqlsim.cli;

import dsqlsim.compare.ImpactStudy;
import dsqlsim.compare.Metrics;
import dsqlsim.ledger.Assumption;
import dsqlsim.ledger.Ledger;
import dsqlsim.ledger.Preset;
import dsqlsim.report.FileOutput;
import dsqlsim.report.Impact;
import dsqlsim.report.ImpactTerminal;
import dsqlsim.report.ResultJson;
import dsqlsim.report.UnwritableOutputException;
import dsqlsim.run.Options;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "  dsqlsim assumptions --impact region-loss            which of them does that answer hinge on?",
            "  dsqlsim assumptions membership --impact region-loss --metric availability",
        })
public final class AssumptionsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ID", defaultValue = "", description = "The beginning of an id.")
    private String prefix;

    @Option(names = "--json", paramLabel = "F", description = "Writes the list, or the impact, to a file.")
    private Path json;

    @Option(
            names = "--impact",
            paramLabel = "SCENARIO",
            description =
                    "Runs a scenario with each of them at both ends of its plausible range, one at a time with the"
                            + " same draws, and ranks their effect on RTO, RPO and abort rate.")
    private String impact;

    @Option(names = "--metric", paramLabel = "M", description = "With --impact: ranks by this; may be given again.")
    private List<String> metrics = List.of();

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "With --impact: replications of each run; 1 if left out.")
    private int repeat = 1;

    @Option(names = "--markdown", paramLabel = "F", description = "With --impact: writes it in Markdown.")
    private Path markdown;

    @Mixin
    private ScenarioOptions options;

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
            String calibratedTo,
            String low,
            String high,
            String note) {}

    private record Report(List<Documented> assumptions) {}

    @Override
    public Integer call() throws InvalidScenario, UnwritableOutputException, InterruptedException {
        if (impact != null) {
            tell(impact());
            return 0;
        }
        options.require(markdown == null && metrics.isEmpty(), "--markdown and --metric belong to --impact");
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

    private Impact impact() throws InvalidScenario, UnwritableOutputException, InterruptedException {
        options.require(repeat >= 1, "--repeat: expected a whole number from 1 on, not '" + repeat + "'");
        for (String each : metrics) {
            options.require(Metrics.known(each), "--metric: unknown metric '" + each + "'" + Metrics.suggestion(each));
        }
        Scenario scenario = options.load(impact);
        Twins.requireRunnable(scenario);
        for (Path each : new Path[] {json, markdown}) {
            if (each != null) {
                FileOutput.requireWritable(each);
            }
        }
        List<String> ranked = metrics.isEmpty() ? ImpactStudy.USUAL : metrics;
        ImpactStudy study =
                new ImpactStudy(scenario, options.seed(scenario), repeat, ranked, Options.STANDARD.withoutChecks());
        Progress progress = options.progress(scenario.name());
        try {
            return study.run(prefix, options.threads(), options.watched(progress));
        } finally {
            progress.close();
        }
    }

    private void tell(Impact found) throws UnwritableOutputException {
        Output out = new Output(spec);
        if (!options.quiet()) {
            out.line(ImpactTerminal.render(found, Terminal.hasColours(), Terminal.width())
                    .stripTrailing());
        }
        if (json != null) {
            FileOutput.write(json, ResultJson.text(found).getBytes(StandardCharsets.UTF_8));
            out.line("wrote " + json);
        }
        if (markdown != null) {
            FileOutput.write(markdown, ImpactTerminal.markdown(found).getBytes(StandardCharsets.UTF_8));
            out.line("wrote " + markdown);
        }
    }

    private static List<String> row(Assumption each) {
        return List.of(each.id(), aws(each), each.standard(Preset.IDEAL, true), confidence(each));
    }

    private static String confidence(Assumption each) {
        return each.confidence().label() + (each.calibratedTo().isEmpty() ? "" : ", calibrated");
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
        rows.add(List.of("  source", each.source() + " (" + confidence(each) + ")"));
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
                each.calibratedTo(),
                each.low(),
                each.high(),
                each.note());
    }
}
