package dsqlsim.report;

import java.util.List;
import java.util.Locale;

/** A summary in Markdown for the page of a CI job or a pull request. */
public final class MarkdownReport {
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport() {}

    /** The text, in GitHub's dialect. */
    public static String render(RunResult result) {
        MarkdownReport report = new MarkdownReport();
        report.head(result);
        result.faults().forEach(report::fault);
        Story.leaders(result).ifPresent(report::paragraph);
        report.expectations(result.expectations());
        report.safety(result.safety());
        report.incidents(Story.incidents(result));
        report.workloads(result.workloads());
        report.warnings(result.warnings());
        report.foot(result);
        return report.text.toString();
    }

    private void head(RunResult result) {
        line("## " + escaped(result.scenario().name()) + ": " + word(result.verdict()));
        line("");
        line("*" + escaped(result.scenario().question()) + "*");
        line("");
        line(escaped(Story.verdict(result)));
        for (FaultResult fault : result.faults()) {
            line("");
            line("**" + escaped(fault.id()) + "** (" + escaped(Story.what(fault)) + "). " + Story.loss(fault));
            Story.recovery(fault).forEach(sentence -> line(escaped(sentence)));
            Story.why(fault).ifPresent(sentence -> line(escaped(sentence)));
        }
    }

    private void fault(FaultResult fault) {
        if (fault.rto().isEmpty()) {
            return;
        }
        table("### " + escaped(fault.id()), "| region | operation | RTO | parts |", "|---|---|--:|---|");
        for (RecoveryTime time : fault.rto()) {
            row(time.region(), time.operation(), Story.rto(time), Parts.sum(time));
        }
        line("");
        line("RPO " + Story.rpo(fault.rpo()) + objective(fault));
    }

    private static String objective(FaultResult fault) {
        ObjectiveResult objective = fault.objective();
        return objective == null
                ? ""
                : ". Objective for " + escaped(fault.disruption()) + ": RTO " + Figures.duration(objective.rto())
                        + ", RPO " + Figures.duration(objective.rpo()) + ": " + bold(word(objective.verdict()));
    }

    private void expectations(List<ExpectationResult> expectations) {
        if (!expectations.isEmpty()) {
            table("### Expectations", "| verdict | expectation | found | line |", "|---|---|--:|--:|");
            expectations.forEach(e -> line("| " + bold(word(e.verdict())) + " | " + escaped(e.text()) + " | "
                    + escaped(Story.found(e)) + " | " + (e.line() == 0 ? "" : e.line()) + " |"));
        }
    }

    private void safety(List<SafetyResult> checks) {
        if (!checks.isEmpty()) {
            table("### Safety", "| check | verdict | examined | evidence |", "|---|---|--:|---|");
            checks.forEach(check -> row(
                    check.check(),
                    word(check.verdict()) + (check.expected() ? " (expected)" : ""),
                    Figures.count(check.examined()),
                    check.evidence().isEmpty() ? "" : check.evidence().get(0)));
        }
    }

    private void incidents(String found) {
        if (!found.isEmpty()) {
            paragraph("Nobody was told of: " + found);
        }
    }

    private void workloads(List<WorkloadResult> workloads) {
        if (workloads.isEmpty()) {
            return;
        }
        table(
                "### Workloads",
                "| workload | region | offered | succeeded | availability | abort rate | commit p50 | commit p99 |",
                "|---|---|--:|--:|--:|--:|--:|--:|");
        for (WorkloadResult workload : workloads) {
            LatencyStats commit = workload.latency().getOrDefault("commit", LatencyStats.NONE);
            row(
                    workload.name(),
                    workload.region(),
                    Figures.count(workload.transactions().offered()),
                    Figures.count(workload.transactions().succeeded()),
                    Figures.share(workload.availability()),
                    Figures.share(workload.abortRate()),
                    Figures.duration(commit.p50()),
                    Figures.duration(commit.p99()));
        }
    }

    private void warnings(List<String> warnings) {
        if (!warnings.isEmpty()) {
            line("");
            line("### Warnings");
            line("");
            warnings.forEach(warning -> line("- " + escaped(warning)));
        }
    }

    private void foot(RunResult result) {
        RunSummary run = result.run();
        line("");
        line("Architecture " + escaped(run.architecture()) + ", seed " + run.seed() + ", fingerprint `"
                + run.fingerprint() + "`, dsqlsim " + escaped(run.version()) + ". To run it again:");
        line("");
        line("    " + Ink.safe(run.reproduce()));
    }

    private void paragraph(String sentence) {
        line("");
        line(escaped(sentence));
    }

    private void table(String title, String header, String alignment) {
        line("");
        line(title);
        line("");
        line(header);
        line(alignment);
    }

    private void row(String... cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) {
            row.append(' ').append(escaped(cell)).append(" |");
        }
        line(row.toString());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String word(Enum<?> verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String bold(String word) {
        return word.equals("met") ? word : "**" + word + "**";
    }

    /** Text from a scenario: nothing in it is Markdown or HTML. */
    static String escaped(String text) {
        return Ink.safe(text).replace("&", "&amp;").replace("<", "&lt;").replaceAll("[\\\\`*_\\[\\]|~#@]", "\\\\$0");
    }
}
