package dsqlsim.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.DistributionParser;
import dsqlsim.kernel.Draws;
import dsqlsim.kernel.Durations;
import dsqlsim.kernel.MalformedDistribution;
import dsqlsim.report.FileOutput;
import dsqlsim.report.UnwritableOutputException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws from a distribution of the scenario language and shows what comes out. */
@Command(
        name = "sample",
        description = "Draws from a distribution of the scenario language: moments, quantiles, Kolmogorov distance.",
        footer = {
            "",
            "Examples:",
            "  dsqlsim sample 'lognormal(p50 11.5ms, p99 14.4ms)'",
            "  dsqlsim sample '11ms + exponential(0.5ms)' --n 1000000 --seed 101 --json draws.json",
            "  dsqlsim sample 'exponential(10)'                a plain number instead of a duration",
        })
public final class SampleCommand implements Callable<Integer> {
    private static final int BAD_USAGE = 2;
    private static final int N_MAX = 20_000_000;
    private static final double NANOS = 1e9;
    private static final String[] QUANTILES = {"1", "5", "10", "25", "50", "75", "90", "95", "99", "99.9", "99.99"};

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIST", description = "The distribution, such as 'exponential(50ms)'.")
    private String distribution;

    @Option(
            names = "--n",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many draws (${DEFAULT-VALUE}).")
    private int n;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The seed (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", paramLabel = "F", description = "Writes the numbers to a file; durations in seconds.")
    private Path json;

    @Option(names = "--quiet", description = "Prints nothing.")
    private boolean quiet;

    /** The file that {@code --json} writes. Durations in seconds. */
    private record Summary(
            int n,
            double mean,
            double var,
            double sd,
            double min,
            double max,
            Map<String, Double> quantiles,
            double ks,
            Double lag1) {}

    @Override
    public Integer call() {
        if (n < 1 || n > N_MAX) {
            return refuse("expected --n between 1 and " + N_MAX + ", not " + n);
        }
        try {
            Distribution law = DistributionParser.parseUnitless(distribution);
            Summary summary = summary(new Draws(law, n, seed));
            if (json != null) {
                FileOutput.write(json, write(summary).getBytes(StandardCharsets.UTF_8));
            }
            if (!quiet) {
                print(law, summary);
            }
            return 0;
        } catch (MalformedDistribution e) {
            return refuse("DIST:1:" + (e.offset() + 1) + ": " + e.getMessage() + "\n  " + distribution + "\n  "
                    + " ".repeat(e.offset()) + "^");
        } catch (UnwritableOutputException e) {
            return refuse(e.getMessage());
        }
    }

    private Summary summary(Draws draws) {
        Map<String, Double> quantiles = new LinkedHashMap<>();
        for (String percent : QUANTILES) {
            quantiles.put("p" + percent, draws.quantile(Double.parseDouble(percent) / 100) / NANOS);
        }
        double variance = draws.variance() / (NANOS * NANOS);
        return new Summary(
                n,
                draws.mean() / NANOS,
                variance,
                Math.sqrt(variance),
                draws.min() / NANOS,
                draws.max() / NANOS,
                quantiles,
                draws.distance(),
                Double.isNaN(draws.lag1()) ? null : draws.lag1());
    }

    private static String write(Summary summary) {
        ObjectWriter writer = JsonMapper.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER) // Double.toString changed with JDK 19.
                .build()
                .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
        try {
            return writer.writeValueAsString(summary) + "\n";
        } catch (JsonProcessingException e) {
            throw new AssertionError("a summary that cannot be written", e);
        }
    }

    private void print(Distribution law, Summary summary) {
        boolean plain = isPlain();
        line("draws", n + " of " + (plain ? distribution.strip() : law) + ", seed " + seed);
        line("mean", value(summary.mean, plain) + expected(law, plain));
        line("sd", value(summary.sd, plain));
        line("min", value(summary.min, plain));
        summary.quantiles.forEach((name, quantile) -> line(name, value(quantile, plain)));
        line("max", value(summary.max, plain));
        line(
                "ks",
                digits(summary.ks).toPlainString() + "  (1.95 / sqrt(n) is exceeded once in 1000: "
                        + digits(1.9495 / Math.sqrt(n)).toPlainString() + ")");
        line("lag1", summary.lag1 == null ? "-" : digits(summary.lag1).toPlainString());
        spec.commandLine().getOut().flush();
    }

    private static String expected(Distribution law, boolean plain) {
        return Double.isFinite(law.mean()) ? "  (expected " + value(law.mean() / NANOS, plain) + ")" : "";
    }

    /** Whether the distribution was given in numbers without a unit. */
    private boolean isPlain() {
        try {
            DistributionParser.parse(distribution);
            return false;
        } catch (MalformedDistribution e) {
            return true;
        }
    }

    private static String value(double seconds, boolean plain) {
        BigDecimal rounded = digits(seconds);
        return plain ? rounded.toPlainString() : Durations.format(rounded.doubleValue() * NANOS);
    }

    private static BigDecimal digits(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(5));
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }

    private void line(String name, String text) {
        spec.commandLine().getOut().print(" ".repeat(7 - name.length()) + name + "  " + text + "\n");
    }

    private int refuse(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.print("dsqlsim sample: " + message + "\n");
        err.flush();
        return BAD_USAGE;
    }
}
