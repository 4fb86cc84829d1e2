package dsqlsim.cli;

import dsqlsim.report.FileOutput;
import dsqlsim.report.UnwritableOutputException;
import dsqlsim.validate.Campaign;
import dsqlsim.validate.Case;
import dsqlsim.validate.Cases;
import dsqlsim.validate.Outcome;
import dsqlsim.validate.ValidationMarkdown;
import dsqlsim.validate.ValidationPage;
import dsqlsim.validate.ValidationTable;
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

/** Compares the simulator with results that nobody here wrote. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Compares the simulator with results from theory and from publications, case by case.",
        footer = {
            "",
            "Examples:",
            "  dsqlsim validate                                  all cases at a small size, in a few minutes",
            "  dsqlsim validate C1a D1                           some of them",
            "  dsqlsim validate --full --seed 202 --json v.json  at full size, which takes hours",
            "  dsqlsim validate --markdown docs/VALIDATION.md    the page of the documentation",
            "",
            "Exit status: 0 every number is within its tolerance, 1 one is not, 2 bad usage.",
        })
public final class ValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CASE", arity = "0..*", description = "Cases by their id; all if none is named.")
    private List<String> ids = List.of();

    @Option(names = "--full", description = "At full size, where tolerances are as published.")
    private boolean full;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "101",
            description = "Governs every draw (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", paramLabel = "F", description = "Writes what was found as JSON.")
    private Path json;

    @Option(names = "--markdown", paramLabel = "F", description = "Writes the page of the documentation.")
    private Path markdown;

    @Option(names = "--html", paramLabel = "F", description = "Writes one self-contained page with the main curves.")
    private Path html;

    @Option(names = "--quiet", description = "Prints only what is out of its tolerance.")
    private boolean quiet;

    @Override
    public Integer call() throws InterruptedException, UnwritableOutputException {
        List<Case> cases = cases();
        for (Path file : new Path[] {json, markdown, html}) {
            if (file != null) {
                FileOutput.requireWritable(file);
            }
        }
        Campaign campaign = new Campaign(full, seed, Runtime.getRuntime().availableProcessors());
        List<Outcome> outcomes = new ArrayList<>();
        for (Case each : cases) {
            Outcome outcome = campaign.run(each);
            outcomes.add(outcome);
            print(outcome);
        }
        long missed = outcomes.stream().filter(each -> !each.holds()).count();
        new Output(spec)
                .line(outcomes.size() + " cases, "
                        + (missed == 0 ? "all within tolerance" : missed + " out of tolerance"));
        write(new ValidationTable(outcomes, full, seed));
        return missed == 0 ? 0 : 1;
    }

    private List<Case> cases() {
        List<Case> all = Cases.all();
        for (String id : ids) {
            if (all.stream().noneMatch(each -> each.id().equals(id))) {
                throw new ParameterException(spec.commandLine(), "there is no case '" + id + "'");
            }
        }
        return all.stream()
                .filter(each -> ids.isEmpty() || ids.contains(each.id()))
                .toList();
    }

    private void print(Outcome outcome) {
        Output out = new Output(spec);
        if (!quiet || !outcome.holds()) {
            out.line((outcome.holds() ? "ok   " : "OUT  ") + outcome.of().id() + "  "
                    + outcome.of().title());
        }
        outcome.found().stream()
                .filter(each -> !each.holds())
                .forEach(each -> out.line("     " + each.measure().what() + ": " + each.shown() + ", expected "
                        + each.measure().expectation() + " "
                        + each.measure().allowance(outcome.shrink())));
    }

    private void write(ValidationTable table) throws UnwritableOutputException, InterruptedException {
        JsonFile.write(json, table.rows());
        if (markdown != null) {
            FileOutput.write(markdown, ValidationMarkdown.render(table).getBytes(StandardCharsets.UTF_8));
        }
        if (html != null) {
            FileOutput.write(html, ValidationPage.render(table).getBytes(StandardCharsets.UTF_8));
        }
    }
}
