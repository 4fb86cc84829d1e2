package dsqlsim.cli;

import dsqlsim.history.HistoryWriter;
import dsqlsim.report.FileOutput;
import dsqlsim.report.UnwritableOutputException;
import dsqlsim.run.HistoryRecorder;
import dsqlsim.run.Options;
import dsqlsim.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that writes down what clients asked and were told. */
final class HistoryFile {
    /** Attempts that are kept: some 100 MB. */
    private static final int MOST = 100_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--history",
            paramLabel = "F",
            description = "Writes the transaction history: F.json for 'dsqlsim history', F.edn as list-append for Elle."
                    + " Of long runs the first " + MOST + " attempts.")
    private Path history;

    private HistoryRecorder recorder;

    /** Tells before a run what is wrong with the option. */
    void require(List<Scenario> scenarios, boolean verify) throws UnwritableOutputException {
        if (history == null) {
            return;
        }
        if (scenarios.size() > 1 || scenarios.get(0).repeat() > 1 || verify) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--history: a history is of one run, not of several, of repetitions (--set repeat=1) or of --verify");
        }
        if (!isEdn() && !history.toString().endsWith(".json")) {
            throw new ParameterException(spec.commandLine(), "--history: expected a name that ends in .json or .edn");
        }
        FileOutput.requireWritable(history);
    }

    private boolean isEdn() {
        return history.toString().endsWith(".edn");
    }

    /** The options by which a run is recorded too, if that is wanted. */
    Options recording(Options options) {
        recorder = history == null ? null : new HistoryRecorder(MOST);
        return recorder == null ? options : options.observing(recorder);
    }

    /** Writes it; returns where, and says so if it is not all. */
    List<Path> write(String name) throws UnwritableOutputException {
        if (recorder == null) {
            return List.of();
        }
        String text = isEdn() ? HistoryWriter.edn(recorder.lists(name)) : HistoryWriter.json(recorder.registers(name));
        FileOutput.write(history, text.getBytes(StandardCharsets.UTF_8));
        if (!recorder.whole()) {
            new Output(spec).line("history: the first " + MOST + " attempts");
        }
        return List.of(history);
    }
}
