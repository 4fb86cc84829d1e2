package dsqlsim.cli;

import dsqlsim.measure.Metric;
import dsqlsim.measure.MetricCatalog;
import dsqlsim.report.UnwritableOutputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The metrics that expectations can name. */
@Command(
        name = "metrics",
        mixinStandardHelpOptions = true,
        description = "Lists the metrics that expectations can name, with unit and arguments.",
        footer = {"", "Examples:", "  dsqlsim metrics", "  dsqlsim metrics --json metrics.json"})
public final class MetricsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", paramLabel = "F", description = "Writes the list to a file.")
    private Path json;

    private record Documented(String name, String unit, List<String> arguments, String phases, String description) {}

    private record Report(List<Documented> metrics) {}

    @Override
    public Integer call() throws UnwritableOutputException {
        List<Documented> all =
                MetricCatalog.all().stream().map(MetricsCommand::document).toList();
        JsonFile.write(json, new Report(all));
        new Output(spec)
                .table(MetricCatalog.all().stream()
                        .map(each -> List.of(each.usage(), each.unit().label(), each.description()))
                        .toList());
        return 0;
    }

    private static Documented document(Metric metric) {
        List<String> arguments =
                metric.arguments().stream().map(each -> lower(each.name())).toList();
        return new Documented(
                metric.name(),
                metric.unit().label(),
                arguments,
                lower(metric.phases().name()),
                metric.description());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
