package dsqlsim.cli;

import dsqlsim.report.UnwritableOutputException;
import dsqlsim.run.Version;
import dsqlsim.scenario.InvalidScenario;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParseResult;

/** The command line. */
@Command(
        name = "dsqlsim",
        description = "Simulates Aurora DSQL's commit architecture, and what happens to it when things go wrong.",
        mixinStandardHelpOptions = true,
        version = "dsqlsim " + Version.NUMBER,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CompareCommand.class,
            DiffCommand.class,
            SweepCommand.class,
            ExploreCommand.class,
            ReplayCommand.class,
            CheckCommand.class,
            SampleCommand.class,
            HistoryCommand.class,
            ValidateCommand.class,
            ListCommand.class,
            ShowCommand.class,
            InitCommand.class,
            FaultsCommand.class,
            MetricsCommand.class,
            AssumptionsCommand.class,
            SchemaCommand.class,
            HelpCommand.class,
        },
        footer = {
            "",
            "Examples:",
            "  dsqlsim run region-isolation          a bundled scenario: what happened, on one screen",
            "  dsqlsim list                          the bundled scenarios",
            "  dsqlsim init region-loss mine.yaml    a copy to start one's own",
            "  dsqlsim check mine.yaml               is it right?",
            "  dsqlsim help check                    more about a command",
        })
public final class Main {
    /** Exit status of bad usage and of a bad scenario. */
    static final int BAD_INPUT = 2;
    /** Exit status of a mistake in this program. */
    static final int INTERNAL_ERROR = 70;

    private Main() {}

    public static void main(String[] arguments) {
        // Not System.out, which keeps to itself why it could not write.
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.exit(execute(new StandardOutput(out), writer(System.err), arguments));
    }

    static int execute(StandardOutput output, PrintWriter err, String... arguments) {
        PrintWriter out = output.writer();
        return output.status(execute(commandLine(out, err), arguments), out, err);
    }

    private static int execute(CommandLine command, String[] arguments) {
        try {
            return command.execute(arguments);
        } catch (Error e) { // Picocli looks after exceptions alone.
            return internal(e, command.getErr());
        }
    }

    /** The command line with its output going somewhere. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return commandLine(out, err, new RunCommand());
    }

    /** The same with another {@code run}. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err, RunCommand run) {
        return new CommandLine(new Main())
                .addSubcommand(run)
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(Main::failed);
    }

    private static int failed(Exception exception, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (exception instanceof InvalidScenario invalid) {
            invalid.problems().forEach(problem -> err.print(problem + "\n"));
            err.flush();
            return BAD_INPUT;
        }
        if (exception instanceof UnwritableOutputException) {
            err.print(exception.getMessage() + "\n");
            err.flush();
            return BAD_INPUT;
        }
        return internal(exception, err);
    }

    private static int internal(Throwable failure, PrintWriter err) {
        err.print("internal error: a mistake of dsqlsim " + Version.NUMBER
                + ". To report it, open an issue in the project's repository with the command and all of this:\n");
        failure.printStackTrace(err);
        err.flush();
        return INTERNAL_ERROR;
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
