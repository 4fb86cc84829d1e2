package dsqlsim.cli;

import dsqlsim.report.Exemplar;
import dsqlsim.report.FileOutput;
import dsqlsim.report.ReportFormat;
import dsqlsim.report.RunResult;
import dsqlsim.report.UnwritableOutputException;
import dsqlsim.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say where results are written. */
final class ResultFiles {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", paramLabel = "F", description = "Writes the result as JSON.")
    private Path json;

    @Option(names = "--html", paramLabel = "F", description = "Writes one self-contained page with charts.")
    private Path html;

    @Option(names = "--junit", paramLabel = "F", description = "Writes expectations and checks as JUnit XML, for CI.")
    private Path junit;

    @Option(names = "--markdown", paramLabel = "F", description = "Writes a summary in Markdown.")
    private Path markdown;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Writes all of them, and the time line as CSV, into a folder; with several scenarios into a"
                    + " folder for each.")
    private Path out;

    /** Tells before anything is run whether all files can be written. */
    void require(List<Scenario> scenarios) throws UnwritableOutputException {
        if (scenarios.size() > 1 && !single().isEmpty()) {
            throw refusal("several scenarios do not fit into one file; --out DIR makes a folder for each");
        }
        TreeSet<Path> taken = new TreeSet<>();
        scenarios.forEach(
                each -> taken.add(Path.of(each.source().path()).toAbsolutePath().normalize()));
        for (Scenario scenario : scenarios) {
            for (Path target : of(scenario, scenarios.size() > 1).values()) {
                if (!taken.add(target.toAbsolutePath().normalize())) {
                    throw refusal(target + " would be written twice, or over a scenario");
                }
                requireWritable(target);
            }
        }
    }

    /** Whether a page is wanted, which shows single transactions. */
    boolean wantsPage() {
        return html != null || out != null;
    }

    /** Writes them all; returns where. {@code exemplars} are the transactions that a page shows. */
    List<Path> write(Scenario scenario, boolean several, RunResult result, List<Exemplar> exemplars)
            throws UnwritableOutputException {
        Map<ReportFormat, Path> targets = of(scenario, several);
        Map<Path, byte[]> contents = new LinkedHashMap<>();
        targets.forEach((format, target) -> contents.put(target, format.bytes(result, exemplars)));
        for (Map.Entry<Path, byte[]> each : contents.entrySet()) {
            makeFolder(each.getKey());
            FileOutput.write(each.getKey(), each.getValue());
        }
        return List.copyOf(contents.keySet());
    }

    private Map<ReportFormat, Path> of(Scenario scenario, boolean several) {
        Map<ReportFormat, Path> all = single();
        if (out != null) {
            Path folder = several ? out.resolve(scenario.name()) : out;
            for (ReportFormat format : ReportFormat.values()) {
                all.putIfAbsent(format, folder.resolve(format.fileName()));
            }
        }
        return all;
    }

    private Map<ReportFormat, Path> single() {
        Map<ReportFormat, Path> all = new LinkedHashMap<>();
        put(all, ReportFormat.JSON, json);
        put(all, ReportFormat.HTML, html);
        put(all, ReportFormat.JUNIT, junit);
        put(all, ReportFormat.MARKDOWN, markdown);
        return all;
    }

    private static void put(Map<ReportFormat, Path> all, ReportFormat format, Path target) {
        if (target != null) {
            all.put(format, target);
        }
    }

    /** Folders below {@code --out} are made when something is written, not before. */
    private void requireWritable(Path target) throws UnwritableOutputException {
        if (!isBelowOut(target) || Files.isDirectory(target.toAbsolutePath().getParent())) {
            FileOutput.requireWritable(target);
            return;
        }
        Path folder = target.toAbsolutePath().getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw refusal("cannot make the folder " + target.getParent() + ": " + folder + " is "
                    + (folder != null && Files.isDirectory(folder) ? "not writable" : "no folder"));
        }
    }

    private void makeFolder(Path target) {
        if (isBelowOut(target)) {
            try {
                Files.createDirectories(target.toAbsolutePath().getParent());
            } catch (IOException e) {
                throw refusal("cannot make the folder " + target.getParent() + ": " + e.getMessage());
            }
        }
    }

    private boolean isBelowOut(Path target) {
        return out != null && target.startsWith(out);
    }

    private ParameterException refusal(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }
}
