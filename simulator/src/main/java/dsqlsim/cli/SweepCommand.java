package dsqlsim.cli;

import dsqlsim.compare.Metrics;
import dsqlsim.compare.Study;
import dsqlsim.compare.StudyFile;
import dsqlsim.report.FileOutput;
import dsqlsim.report.ResultJson;
import dsqlsim.report.SweepPage;
import dsqlsim.report.SweepResult;
import dsqlsim.report.SweepTable;
import dsqlsim.report.UnwritableOutputException;
import dsqlsim.run.Options;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.yaml.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

/** A parameter study: a scenario at every combination of some values, with replications. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description =
                "Runs a scenario at every combination of the values that its 'sweep' block names, with replications at"
                        + " each; replication r has the same draws at every point.",
        footer = {
            "",
            "Examples:",
            "  dsqlsim sweep detection-sweep                       a bundled study",
            "  dsqlsim sweep mine.yaml --json study.json --csv study.csv",
            "  dsqlsim sweep region-loss --vary membership.detect=1500ms,3s,10s --repeat 10",
            "  dsqlsim sweep mine.yaml --state study.state         interrupted? The same again goes on from there",
            "",
            "Exit status: 0; 2 bad usage or bad scenario, 3 a safety check violated at some point, 70 a mistake of dsqlsim.",
        })
public final class SweepCommand implements Callable<Integer> {
    private static final int VIOLATED = 3;
    private static final int RUNS_MAX = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", description = "A file, or the name of a bundled scenario.")
    private String argument;

    @Option(
            names = "--vary",
            paramLabel = "path=v1,v2",
            description = "Values for a path or ledger entry, instead of the scenario's 'sweep'; may be given again.")
    private List<String> vary = List.of();

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Replications at each point, instead of the scenario's.")
    private Integer repeat;

    @Option(names = "--metric", paramLabel = "M", description = "A metric for the table; may be given again.")
    private List<String> metrics = List.of();

    @Option(
            names = "--state",
            paramLabel = "F",
            description = "Remembers each run, so that an interrupted study goes on.")
    private Path state;

    @Option(names = "--json", paramLabel = "F", description = "Writes the study as JSON.")
    private Path json;

    @Option(names = "--csv", paramLabel = "F", description = "Writes a row per point and metric.")
    private Path csv;

    @Option(
            names = "--html",
            paramLabel = "F",
            description = "Writes one self-contained page with a picture per metric.")
    private Path html;

    @Mixin
    private ScenarioOptions options;

    @Override
    public Integer call() throws InvalidScenario, UnwritableOutputException, InterruptedException {
        Scenario scenario = options.load(argument);
        for (String each : metrics) {
            options.require(Metrics.known(each), "--metric: unknown metric '" + each + "'" + Metrics.suggestion(each));
        }
        Study study = study(scenario);
        for (Scenario each : study.points()) {
            Twins.requireRunnable(each);
        }
        for (Path each : targets().keySet()) {
            FileOutput.requireWritable(each);
        }
        SweepResult result = run(scenario, study);
        tell(result);
        return result.points().stream().anyMatch(each -> each.violated() > 0) ? VIOLATED : 0;
    }

    private Study study(Scenario scenario) throws InvalidScenario {
        options.require(
                repeat == null || repeat >= 1, "--repeat: expected a whole number from 1 on, not '" + repeat + "'");
        boolean own = vary.isEmpty();
        if (own && scenario.sweep() == null) {
            throw new InvalidScenario(List.of(new Problem(
                    scenario.source().path(),
                    0,
                    0,
                    "expected a 'sweep' block, or --vary path=v1,v2 on the command line")));
        }
        Map<String, List<String>> values = own ? scenario.sweep().vary() : varied();
        int usual = own ? scenario.sweep().repeat() : scenario.repeat();
        int replications = repeat == null ? usual : repeat;
        long runs = replications;
        for (List<String> each : values.values()) {
            runs *= each.size();
            options.require(runs <= RUNS_MAX, "a study of more than " + RUNS_MAX + " runs");
        }
        return Study.of(scenario, values, replications, options.seed(scenario), Options.STANDARD);
    }

    private Map<String, List<String>> varied() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String each : vary) {
            int equals = each.indexOf('=');
            options.require(
                    equals > 0 && equals < each.length() - 1,
                    "--vary: expected path=v1,v2 such as membership.detect=1s,3s, not '" + each + "'");
            values.put(
                    each.substring(0, equals).strip(),
                    List.of(each.substring(equals + 1).split(",", -1)));
        }
        return values;
    }

    private SweepResult run(Scenario scenario, Study study) throws InvalidScenario, InterruptedException {
        Progress progress = options.progress(scenario.name() + ", " + study.runs() + " runs");
        try {
            Study.Memory memory = state == null ? StudyFile.none() : StudyFile.open(state, study);
            return study.run(options.threads(), memory, options.watched(progress));
        } catch (IOException e) {
            throw new InvalidScenario(List.of(new Problem("--state " + state, 0, 0, e.getMessage())));
        } finally {
            progress.close();
        }
    }

    private Map<Path, String> targets() {
        Map<Path, String> targets = new LinkedHashMap<>();
        if (json != null) {
            targets.put(json, "json");
        }
        if (csv != null) {
            targets.put(csv, "csv");
        }
        if (html != null) {
            targets.put(html, "html");
        }
        return targets;
    }

    private void tell(SweepResult result) throws UnwritableOutputException {
        Output out = new Output(spec);
        if (!options.quiet()) {
            out.line(SweepTable.terminal(result, Metrics.units(result), metrics, Terminal.hasColours())
                    .stripTrailing());
        }
        for (Map.Entry<Path, String> each : targets().entrySet()) {
            String text = switch (each.getValue()) {
                case "json" -> ResultJson.text(result);
                case "csv" -> SweepTable.csv(result);
                default -> SweepPage.render(result, Metrics.units(result), shown(result));
            };
            FileOutput.write(each.getKey(), text.getBytes(StandardCharsets.UTF_8));
            out.line("wrote " + each.getKey());
        }
    }

    private List<String> shown(SweepResult result) {
        return metrics.isEmpty() ? SweepTable.usual(result) : metrics;
    }
}
