package dsqlsim.cli;

import dsqlsim.report.Exemplar;
import dsqlsim.report.FileOutput;
import dsqlsim.report.MermaidSequence;
import dsqlsim.report.UnwritableOutputException;
import dsqlsim.scenario.Scenario;
import dsqlsim.trace.ChromeTrace;
import dsqlsim.trace.Lens;
import dsqlsim.trace.Recording;
import dsqlsim.trace.ShiVizLog;
import dsqlsim.trace.Tracer;
import dsqlsim.yaml.Quantity;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that look closely: a trace of a window, one transaction as a sequence. */
final class TraceFiles {
    /** Which transaction is the most telling, if nobody says. */
    private static final List<String> TELLING =
            List.of("fault", "failover", "conflict", "several-shards", "normal", "slowest");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--trace",
            paramLabel = "F",
            description = "Writes messages and events as a Chrome trace, which ui.perfetto.dev opens.")
    private Path trace;

    @Option(names = "--shiviz", paramLabel = "F", description = "Writes the same window as a log for ShiViz.")
    private Path shiviz;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Where the trace begins: 24s. Default: the run's begin.")
    private String from = "0s";

    @Option(names = "--to", paramLabel = "TIME", description = "Where it ends. Default: the run's end.")
    private String to;

    @Option(
            names = "--sequence",
            paramLabel = "F",
            description = "Writes one transaction as a sequence diagram in Mermaid.")
    private Path sequence;

    @Option(
            names = "--transaction",
            paramLabel = "WHICH",
            description = "Of --sequence: normal, several-shards, conflict, failover, slowest, or fault (the first"
                    + " that a fault affected). Default: the most telling that there is.")
    private String transaction;

    private Recording recording;
    private Lens lens;

    /** Tells before a run what is wrong with the options. */
    void require(List<Scenario> scenarios) throws UnwritableOutputException {
        if (transaction != null && !TELLING.contains(transaction)) {
            throw refusal(
                    "--transaction: expected one of " + String.join(", ", TELLING) + ", not '" + transaction + "'");
        }
        if (nanos("--from", from) >= end()) {
            throw refusal("--to: expected a time after --from");
        }
        List<Path> targets =
                Stream.of(trace, shiviz, sequence).filter(each -> each != null).toList();
        if (scenarios.size() > 1 && !targets.isEmpty()) {
            throw refusal("a trace is of one scenario, not of several");
        }
        if (targets.stream().distinct().count() < targets.size()) {
            throw refusal("two outputs would be written to one file");
        }
        for (Path each : targets) {
            FileOutput.requireWritable(each);
        }
    }

    /** Who listens to a run of a scenario; {@code lensWanted} if somebody else shows single transactions. */
    List<Tracer> tracers(Scenario scenario, boolean lensWanted) {
        List<Tracer> all = new ArrayList<>();
        recording = null;
        lens = null;
        if (trace != null || shiviz != null) {
            recording = new Recording(nanos("--from", from), end());
            all.add(recording);
        }
        if (lensWanted || sequence != null) {
            lens = new Lens(scenario.warmupNanos(), scenario.faults().size());
            all.add(lens);
        }
        return all;
    }

    /** The transactions worth showing of the last run; none if nobody wanted them. */
    List<Exemplar> exemplars() {
        return lens == null ? List.of() : lens.exemplars();
    }

    /** Writes what was asked for, and says what did not fit; returns where. */
    List<Path> write() throws UnwritableOutputException {
        List<Path> written = new ArrayList<>();
        if (trace != null) {
            FileOutput.write(trace, out -> ChromeTrace.write(recording, out));
            written.add(trace);
        }
        if (shiviz != null) {
            FileOutput.write(shiviz, out -> ShiVizLog.write(recording, out));
            written.add(shiviz);
        }
        if (recording != null) {
            warn();
        }
        if (sequence != null) {
            String text = MermaidSequence.render(chosen());
            FileOutput.write(sequence, text.getBytes(StandardCharsets.UTF_8));
            written.add(sequence);
        }
        return written;
    }

    private void warn() {
        PrintWriter err = spec.commandLine().getErr();
        if (recording.full()) {
            err.print("the trace holds " + Recording.MESSAGES_MAX + " messages and ends at " + recording.endSeconds()
                    + " s; --from and --to choose another window\n");
        } else if (recording.messages() == 0) {
            err.print("nothing was sent between --from and --to: the trace is empty\n");
        }
        err.flush();
    }

    private Exemplar chosen() {
        List<Exemplar> all = exemplars();
        List<String> order = transaction == null ? TELLING : List.of(transaction);
        return order.stream()
                .flatMap(kind -> all.stream().filter(of(kind)))
                .findFirst()
                .orElseThrow(() -> refusal("--sequence: this run has no such transaction; it has "
                        + all.stream().map(Exemplar::kind).distinct().collect(Collectors.joining(", ", "", "."))));
    }

    private static Predicate<Exemplar> of(String kind) {
        return each -> each.kind().equals(kind);
    }

    private long end() {
        return to == null ? Long.MAX_VALUE : nanos("--to", to);
    }

    /** A duration of the language; a plain number is in seconds. */
    private long nanos(String option, String text) {
        OptionalLong nanos = Quantity.duration(text);
        nanos = nanos.isPresent() ? nanos : Quantity.duration(text + "s");
        if (nanos.isEmpty() || nanos.getAsLong() < 0) {
            throw refusal(option + ": expected a time since the run's begin, such as 24.5s, not '" + text + "'");
        }
        return nanos.getAsLong();
    }

    private ParameterException refusal(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }
}
