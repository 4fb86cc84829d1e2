package dsqlsim.cli;

import dsqlsim.compare.Regressions;
import dsqlsim.report.Figures;
import dsqlsim.report.ResultJson;
import dsqlsim.report.RunResult;
import dsqlsim.report.UnreadableResultException;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that compare a run with a stored result. */
final class BaselineOptions {
    private static final Pattern SHARE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) ?(%?)");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--baseline",
            paramLabel = "RESULT",
            description = "A stored result of the same scenario: what became worse is told, and the exit status is 1.")
    private Path file;

    @Option(
            names = "--tolerance",
            paramLabel = "SHARE",
            description = "How much worse is still no regression, of what it was: 10%% by default.")
    private String tolerance = "10%";

    private RunResult baseline;

    /** Reads the file before anything is run, and refuses one that is of something else. */
    void require(List<Scenario> scenarios) throws InvalidScenario {
        share();
        if (file == null) {
            return;
        }
        if (scenarios.size() > 1) {
            throw new ParameterException(spec.commandLine(), "a baseline is of one scenario, not of several");
        }
        try {
            baseline = ResultJson.read(Files.readString(file));
        } catch (IOException e) {
            throw problem(Files.exists(file) ? "can't be read: " + e.getMessage() : "no such file");
        } catch (UnreadableResultException e) {
            throw problem(e.getMessage());
        }
        Scenario scenario = scenarios.get(0);
        String architecture = scenario.topology().architecture();
        if (!baseline.scenario().name().equals(scenario.name())
                || !baseline.run().architecture().equals(architecture)) {
            throw problem("expected a result of " + scenario.name() + " on " + architecture + ", found one of "
                    + baseline.scenario().name() + " on " + baseline.run().architecture());
        }
    }

    /** Says what became worse; returns whether anything did. */
    boolean worse(RunResult result, Output out) {
        if (baseline == null) {
            return false;
        }
        Regressions regressions = Regressions.between(baseline, result, share());
        List<String> found = regressions.found();
        boolean same = baseline.run().fingerprint().equals(result.run().fingerprint());
        out.line("baseline " + file + ": " + (found.isEmpty() ? "nothing" : String.valueOf(found.size())) + " of "
                + regressions.compared() + " figures and verdicts is worse by more than " + Figures.share(share())
                + (same ? "; the run is the same, event by event" : ""));
        found.forEach(each -> out.line("  worse  " + each));
        return !found.isEmpty();
    }

    /** More than 100 % is allowed: three times as long is 200 % worse. */
    private double share() {
        Matcher matcher = SHARE.matcher(tolerance);
        if (!matcher.matches()) {
            throw new ParameterException(
                    spec.commandLine(), "--tolerance: expected a share such as 10%, not '" + tolerance + "'");
        }
        return Double.parseDouble(matcher.group(1)) / (matcher.group(2).isEmpty() ? 1 : 100);
    }

    private InvalidScenario problem(String what) {
        return new InvalidScenario(List.of(new Problem(file.toString(), 0, 0, what)));
    }
}
