package dsqlsim.cli;

import dsqlsim.architecture.Architecture;
import dsqlsim.compare.Contest;
import dsqlsim.compare.Fit;
import dsqlsim.report.Comparison;
import dsqlsim.report.ComparisonMarkdown;
import dsqlsim.report.ComparisonReport;
import dsqlsim.report.ComparisonTerminal;
import dsqlsim.report.FileOutput;
import dsqlsim.report.ResultJson;
import dsqlsim.report.RunResult;
import dsqlsim.report.RunVerdict;
import dsqlsim.report.UnwritableOutputException;
import dsqlsim.run.Architectures;
import dsqlsim.run.Options;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.yaml.Suggestion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The same scenario and draws against several designs, in one table. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description =
                "Runs a scenario against several designs, with the same arrivals, keys and network draws, and puts"
                        + " what came of it into one table, with what each design promises and where the differences come from.",
        footer = {
            "",
            "Examples:",
            "  dsqlsim compare region-isolation                    every design that fits",
            "  dsqlsim compare region-loss --architectures dsql-multi-region,aurora-global",
            "  dsqlsim compare hot-key --repeat 20                 paired differences with confidence intervals",
            "  dsqlsim compare mine.yaml --json comparison.json --markdown comparison.md",
            "",
            "Exit status: 0; 1 the scenario's own design misses an expectation or objective, 2 bad usage or bad",
            "scenario, 3 a design broke a promise that the scenario did not expect to be broken, 70 a mistake of dsqlsim.",
        })
public final class CompareCommand implements Callable<Integer> {
    private static final int MISSED = 1;
    private static final int VIOLATED = 3;
    private static final int REPEAT_MAX = 100_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", description = "A file, or the name of a bundled scenario.")
    private String argument;

    @Option(
            names = "--architectures",
            paramLabel = "A,B",
            split = ",",
            description = "Which designs; every one that fits the topology if left out.")
    private List<String> architectures = List.of();

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Replications of each design, paired by their seeds; the scenario's own number if left out.")
    private Integer repeat;

    @Mixin
    private ScenarioOptions options;

    @Option(names = "--json", paramLabel = "F", description = "Writes the comparison as JSON.")
    private Path json;

    @Option(names = "--html", paramLabel = "F", description = "Writes one self-contained page with pictures.")
    private Path html;

    @Option(names = "--markdown", paramLabel = "F", description = "Writes the tables in Markdown.")
    private Path markdown;

    @Override
    public Integer call() throws InvalidScenario, UnwritableOutputException, InterruptedException {
        Scenario scenario = options.load(argument);
        options.require(
                repeat == null || repeat >= 1 && repeat <= REPEAT_MAX,
                "--repeat: expected a whole number from 1 to " + REPEAT_MAX + ", not '" + repeat + "'");
        List<Fit> fits = fits(scenario);
        for (Path each : targets().values()) {
            FileOutput.requireWritable(each);
        }
        Contest contest = new Contest(
                scenario, fits, options.seed(scenario), repeat == null ? scenario.repeat() : repeat, Options.STANDARD);
        Progress progress = options.progress(scenario.name());
        Comparison comparison;
        try {
            comparison = contest.run(options.threads(), options.watched(progress));
        } finally {
            progress.close();
        }
        tell(comparison);
        return status(scenario, comparison);
    }

    // ---- which designs

    /** The scenario's own design first, then the others in the order of the reference, or as they were asked for. */
    private List<Fit> fits(Scenario scenario) {
        List<Architecture> chosen = architectures.isEmpty() ? all(scenario) : named();
        List<Fit> fits = chosen.stream().map(each -> Fit.of(scenario, each)).toList();
        if (!architectures.isEmpty()) {
            fits.stream()
                    .filter(each -> !each.fits())
                    .forEach(each -> options.require(
                            false,
                            "--architectures: " + each.architecture().name() + " does not fit " + scenario.name() + ": "
                                    + each.reason()));
        }
        options.require(fits.stream().anyMatch(Fit::fits), "no design fits " + scenario.name());
        return fits;
    }

    private static List<Architecture> all(Scenario scenario) {
        List<Architecture> all = new ArrayList<>(Architectures.all());
        String own = scenario.topology().architecture();
        Architectures.find(own).ifPresent(each -> {
            all.remove(each);
            all.add(0, each);
        });
        return all;
    }

    private List<Architecture> named() {
        List<String> known =
                Architectures.all().stream().map(Architecture::name).toList();
        List<Architecture> named = new ArrayList<>();
        for (String each : architectures) {
            options.require(
                    known.contains(each),
                    "--architectures: unknown design '" + each + "'" + Suggestion.of(each, known) + " (known: "
                            + String.join(", ", known) + ")");
            options.require(
                    named.stream().noneMatch(one -> one.name().equals(each)),
                    "--architectures: '" + each + "' is given twice");
            Architectures.find(each).ifPresent(named::add);
        }
        return named;
    }

    // ---- what is said

    private Map<String, Path> targets() {
        Map<String, Path> targets = new LinkedHashMap<>();
        if (json != null) {
            targets.put("json", json);
        }
        if (html != null) {
            targets.put("html", html);
        }
        if (markdown != null) {
            targets.put("markdown", markdown);
        }
        return targets;
    }

    private void tell(Comparison comparison) throws UnwritableOutputException {
        Output out = new Output(spec);
        if (!options.quiet()) {
            out.line(ComparisonTerminal.render(comparison, Terminal.hasColours(), Terminal.width())
                    .stripTrailing());
        }
        for (Map.Entry<String, Path> each : targets().entrySet()) {
            String text = switch (each.getKey()) {
                case "json" -> ResultJson.text(comparison);
                case "html" -> ComparisonReport.render(comparison);
                default -> ComparisonMarkdown.render(comparison);
            };
            FileOutput.write(each.getValue(), text.getBytes(StandardCharsets.UTF_8));
            out.line("wrote " + each.getValue());
        }
    }

    private static int status(Scenario scenario, Comparison comparison) {
        List<RunResult> results = comparison.results();
        if (results.stream().anyMatch(each -> each.verdict() == RunVerdict.VIOLATED)) {
            return VIOLATED;
        }
        boolean missed = results.stream()
                .filter(each ->
                        each.run().architecture().equals(scenario.topology().architecture()))
                .anyMatch(each -> each.verdict() == RunVerdict.MISSED);
        return missed ? MISSED : 0;
    }
}
