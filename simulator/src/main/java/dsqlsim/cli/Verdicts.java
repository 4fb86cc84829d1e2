package dsqlsim.cli;

import dsqlsim.report.AssumptionUse;
import dsqlsim.report.RunResult;
import dsqlsim.report.RunSummary;
import dsqlsim.report.SystemEvent;
import dsqlsim.report.TerminalReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What is said of a result on standard output. */
final class Verdicts {
    private static final int EVENTS_SHOWN = 200;

    private final Output out;
    private final RunResult result;
    private final String reproduce;

    /** {@code reproduce} is the command as it works where the user is. */
    Verdicts(Output out, RunResult result, String reproduce) {
        this.out = out;
        this.result = result;
        this.reproduce = reproduce;
    }

    /** One line. */
    void line() {
        out.line(result.verdict().name().toLowerCase(Locale.ROOT) + "  "
                + result.scenario().name() + "  seed " + result.run().seed() + "  fingerprint "
                + result.run().fingerprint() + "  again: " + reproduce);
    }

    /** One screen; {@code seconds} is how long it took. */
    void screen(double seconds, boolean verbose) {
        out.line(TerminalReport.render(asCalledHere(), Terminal.hasColours(), Terminal.width())
                .stripTrailing());
        RunSummary run = result.run();
        int count = result.replications().count();
        out.line(String.format(
                Locale.ROOT,
                "%.0f s simulated%s in %.1f s",
                run.simulated(),
                count > 1 ? " " + count + " times" : "",
                seconds));
        if (verbose) {
            more(seconds);
        }
    }

    private RunResult asCalledHere() {
        return result.with(
                result.run().reproducedBy(reproduce), result.verdict(), result.replications(), result.warnings());
    }

    void files(List<Path> written) {
        written.forEach(each -> out.line("wrote " + each));
    }

    private void more(double seconds) {
        RunSummary run = result.run();
        out.line(String.format(
                Locale.ROOT,
                "%,d events, %,d messages, %,.0f events/s",
                run.events(),
                run.messages(),
                run.events() * (double) result.replications().count() / seconds));
        out.line("");
        out.line("Assumptions changed:");
        List<List<String>> changed = result.assumptions().stream()
                .filter(AssumptionUse::overridden)
                .map(each -> List.of("  " + each.id(), each.value(), each.confidence()))
                .toList();
        out.table(changed.isEmpty() ? List.of(List.of("  none")) : changed);
        out.line("");
        out.line("Events:");
        List<List<String>> events = new ArrayList<>();
        result.events().stream().limit(EVENTS_SHOWN).forEach(each -> events.add(row(each)));
        out.table(events);
        if (result.events().size() > EVENTS_SHOWN) {
            out.line("  ... and " + (result.events().size() - EVENTS_SHOWN) + " more in the result file");
        }
    }

    private static List<String> row(SystemEvent event) {
        return List.of(
                String.format(Locale.ROOT, "  %.6f s", event.at()),
                event.type(),
                Objects.requireNonNullElse(event.node(), Objects.requireNonNullElse(event.fault(), "")),
                event.shard() == null ? "" : "shard " + event.shard(),
                event.epoch() == null ? "" : "epoch " + event.epoch());
    }
}
