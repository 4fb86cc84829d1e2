package dsqlsim.cli;

import dsqlsim.report.UnwritableOutputException;
import dsqlsim.scenario.InvalidScenario;
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
        version = "dsqlsim 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CheckCommand.class,
            SampleCommand.class,
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
        System.exit(commandLine(writer(System.out), writer(System.err)).execute(arguments));
    }

    /** The command line with its output going somewhere. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main())
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
        err.print(
                "internal error: this is a mistake of dsqlsim 0.1.0. Please report it with the command and the lines below.\n");
        exception.printStackTrace(err);
        err.flush();
        return INTERNAL_ERROR;
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
