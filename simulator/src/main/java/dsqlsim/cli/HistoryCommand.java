package dsqlsim.cli;

import dsqlsim.history.Histories;
import dsqlsim.history.History;
import dsqlsim.history.HistoryChecker;
import dsqlsim.history.Judgement;
import dsqlsim.history.MalformedHistoryException;
import dsqlsim.history.Model;
import dsqlsim.report.UnwritableOutputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a transaction history from anywhere against an isolation model. */
@Command(
        name = "history",
        description = "Checks a transaction history against an isolation model, and names the anomaly with its cycle.",
        footer = {
            "",
            "Exit status: 0 all histories are ok, 3 one is violated, 1 one can't be judged, 2 bad usage or file.",
            "",
            "Examples:",
            "  dsqlsim history histories.json --model snapshot-isolation",
            "  dsqlsim history jepsen/history.edn --model strong-si --json verdicts.json",
        })
public final class HistoryCommand implements Callable<Integer> {
    private static final int OK = 0;
    private static final int UNKNOWN = 1;
    private static final int BAD_USAGE = 2;
    private static final int VIOLATED = 3;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Histories in the project's JSON, or list-append EDN of Jepsen.")
    private Path file;

    @Option(
            names = "--model",
            paramLabel = "M",
            defaultValue = "snapshot-isolation",
            description = "serializable, strict-serializable, snapshot-isolation, ansi-si, strong-si, session-si or"
                    + " exact-timestamps (${DEFAULT-VALUE}).")
    private String model;

    @Option(names = "--json", paramLabel = "F", description = "Writes the verdicts to a file.")
    private Path json;

    @Option(names = "--quiet", description = "Prints nothing.")
    private boolean quiet;

    private record Judged(String name, String model, String verdict, String anomaly, List<String> cycle) {}

    private record Report(List<Judged> histories) {}

    @Override
    public Integer call() throws UnwritableOutputException {
        PrintWriter errors = spec.commandLine().getErr();
        Model which = Model.find(model).orElse(null);
        if (which == null) {
            errors.println("unknown model '" + model + "': expected one of " + String.join(", ", Model.labels()));
            return BAD_USAGE;
        }
        List<History> histories;
        try {
            histories =
                    Histories.read(String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            errors.println("can't read " + file + ": " + e);
            return BAD_USAGE;
        } catch (MalformedHistoryException e) {
            errors.println(file + ":" + e.getMessage());
            return BAD_USAGE;
        }
        List<Judged> all = new ArrayList<>();
        for (History each : histories) {
            Judgement judgement = HistoryChecker.check(each, which);
            String verdict = judgement.verdict().name().toLowerCase(Locale.ROOT);
            all.add(new Judged(each.name(), which.label(), verdict, judgement.anomaly(), judgement.cycle()));
        }
        if (!quiet) {
            for (int i = 0; i < all.size(); i++) {
                print(all.get(i), histories.get(i).txns().size());
            }
        }
        JsonFile.write(json, new Report(all));
        return status(all);
    }

    private void print(Judged each, int transactions) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(each.verdict() + "  " + each.name() + (each.anomaly() == null ? "" : "  " + each.anomaly()) + "  ("
                + transactions + (transactions == 1 ? " transaction" : " transactions") + ", " + each.model() + ")");
        each.cycle().forEach(line -> out.println("    " + line));
        out.flush();
    }

    private static int status(List<Judged> all) {
        if (all.stream().anyMatch(each -> each.verdict().equals("violated"))) {
            return VIOLATED;
        }
        return all.stream().anyMatch(each -> each.verdict().equals("unknown")) ? UNKNOWN : OK;
    }
}
