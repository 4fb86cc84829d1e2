package dsqlsim.cli;

import dsqlsim.report.FileOutput;
import dsqlsim.report.UnwritableOutputException;
import dsqlsim.validate.Campaign;
import dsqlsim.validate.Case;
import dsqlsim.validate.Cases;
import dsqlsim.validate.Outcome;
import dsqlsim.validate.ValidationMarkdown;
import dsqlsim.validate.ValidationPage;
import dsqlsim.validate.ValidationRecord;
import dsqlsim.validate.ValidationTable;
import java.io.IOException;
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
            "  dsqlsim validate --full --seed 202 --json v.json  at full size, in less than an hour of one core",
            "  dsqlsim validate --full D1 --seed 101,202,303 --merge v.json --json v.json",
            "                                                    some anew, the others as they were",
            "  dsqlsim validate --merge v.json --markdown page.md",
            "                                                    the page of the documentation, without running anything",
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
            split = ",",
            defaultValue = "101",
            description = "Governs every draw (${DEFAULT-VALUE}); several with commas, one after the other.")
    private List<Long> seeds;

    @Option(
            names = "--merge",
            paramLabel = "F",
            split = ",",
            description = "Adds what these JSON files found before; without a CASE nothing is run.")
    private List<Path> merged = List.of();

    @Option(names = "--json", paramLabel = "F", description = "Writes what was found as JSON.")
    private Path json;

    @Option(names = "--markdown", paramLabel = "F", description = "Writes the page of the documentation.")
    private Path markdown;

    @Option(
            names = "--html",
            paramLabel = "F",
            description = "Writes one self-contained page with the main curves, of the first seed.")
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
        ValidationRecord found = new ValidationRecord(Cases.all());
        merged.forEach(file -> add(found, file));
        ValidationTable first = null;
        for (long seed : merged.isEmpty() || !ids.isEmpty() ? seeds : List.<Long>of()) {
            List<Outcome> outcomes = run(cases, seed, found);
            first = first == null ? new ValidationTable(outcomes, full, seed) : first;
        }
        long missed = found.rows().stream().filter(each -> !each.holds()).count();
        new Output(spec)
                .line(found.rows().size() + " numbers, "
                        + (missed == 0 ? "all within tolerance" : missed + " out of tolerance"));
        write(found, first);
        return missed == 0 ? 0 : 1;
    }

    private void add(ValidationRecord found, Path file) {
        try {
            found.addAll(file);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), "--merge: " + file + " is no file of validate --json: " + e.getMessage());
        }
    }

    private List<Outcome> run(List<Case> cases, long seed, ValidationRecord found) throws InterruptedException {
        Campaign campaign = new Campaign(full, seed, Runtime.getRuntime().availableProcessors());
        List<Outcome> outcomes = new ArrayList<>();
        for (Case each : cases) {
            double before = Processor.seconds();
            Outcome outcome = campaign.run(each);
            found.addAll(
                    ValidationTable.rows(outcome, full, seed, Math.round(10 * (Processor.seconds() - before)) / 10.0));
            outcomes.add(outcome);
            print(outcome, seed);
        }
        return outcomes;
    }

    private List<Case> cases() {
        if (html != null && !merged.isEmpty() && ids.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--html needs cases that are run: its curves are drawn from them");
        }
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

    private void print(Outcome outcome, long seed) {
        Output out = new Output(spec);
        if (!quiet || !outcome.holds()) {
            out.line((outcome.holds() ? "ok   " : "OUT  ") + outcome.of().id() + "  "
                    + outcome.of().title() + (seeds.size() > 1 ? ", seed " + seed : ""));
        }
        outcome.found().stream()
                .filter(each -> !each.holds())
                .forEach(each -> out.line("     " + each.measure().what() + ": " + each.shown() + ", expected "
                        + each.measure().expectation() + " "
                        + each.measure().allowance(outcome.shrink())));
    }

    private void write(ValidationRecord found, ValidationTable first)
            throws UnwritableOutputException, InterruptedException {
        if (json != null) {
            FileOutput.write(json, found.text().getBytes(StandardCharsets.UTF_8));
        }
        if (markdown != null) {
            FileOutput.write(markdown, ValidationMarkdown.render(found).getBytes(StandardCharsets.UTF_8));
        }
        if (html != null) {
            FileOutput.write(html, ValidationPage.render(first).getBytes(StandardCharsets.UTF_8));
        }
    }
}
