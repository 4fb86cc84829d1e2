package dsqlsim.scenario;

import dsqlsim.kernel.Distribution;
import dsqlsim.ledger.Settings;
import dsqlsim.ledger.Shapes;
import dsqlsim.monitor.AlarmSpec;
import dsqlsim.monitor.MonitorSpec;
import dsqlsim.operation.Order;
import dsqlsim.probe.Probe;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the elements of {@code monitoring}; what they leave out is in the ledger. */
final class MonitorParser {
    private static final long MINUTE = 60_000_000_000L;
    private static final Pattern SHARE = Pattern.compile("([1-9][0-9]{0,2}) of ([1-9][0-9]{0,2})");
    private static final Shape<int[]> M_OF_N =
            Shape.of("how many periods of how many, such as '2 of 3'", MonitorParser::periods, new int[] {1, 1});

    private final Topology topology;
    private final Settings settings;
    private final List<String> names = new ArrayList<>();

    MonitorParser(Topology topology, Settings settings) {
        this.topology = topology;
        this.settings = settings;
    }

    MonitorSpec parse(Cursor yaml) {
        return yaml.record(this::fields);
    }

    private MonitorSpec fields(Cursor fields) {
        Cursor nameField = fields.optional("name", "for events; numbered if left out");
        String name = nameField.or("monitor-" + (names.size() + 1), Shape.NAME);
        if (names.contains(name)) {
            (nameField.present() ? nameField : fields).reject("there are two monitors '" + name + "'");
        }
        names.add(name);
        String region = fields.optional("region", "where it runs, and dies with it")
                .or(topology.regionNames().get(0), this::region);
        String watches = fields.optional("watches", "the region it asks; its own if left out")
                .or(region, this::region);
        String probe =
                fields.optional("probe", "what it asks for").or(Probe.CONTROL_PLANE.word(), Shape.word(Probe.words()));
        List<String> dimensions = fields.optional("dimensions", "under which its metric is stored")
                .or(List.of("cluster", "region"), MonitorParser::dimensions);
        AlarmSpec alarm = fields.optional("alarm", "when it is raised")
                .or(usual(dimensions), each -> each.record(rule -> alarm(rule, dimensions)));
        return new MonitorSpec(
                name,
                region,
                watches,
                Probe.of(probe),
                every(fields.optional("every", "of its schedule; at least a minute")),
                settings.distribution("monitoring.lateness"),
                (int) Math.max(1, settings.number("monitoring.tries")),
                settings.nanos("monitoring.backoff"),
                settings.nanos("monitoring.probe-timeout"),
                settings.nanos("monitoring.function-timeout"),
                dimensions,
                alarm,
                delay(fields.optional("notification", "from the alarm to a person"), "monitoring.notification"),
                delay(fields.optional("reaction", "until that person acts"), "monitoring.reaction"),
                action(fields.optional("action", "what that person does; nothing if left out")));
    }

    private long every(Cursor yaml) {
        long every = yaml.or(settings.nanos("monitoring.every"), Shape.TIME_SPAN);
        if (every < MINUTE) {
            yaml.reject("expected at least 1m: a schedule is no finer");
        }
        return Math.max(MINUTE, every);
    }

    private Distribution delay(Cursor yaml, String usual) {
        return yaml.or(settings.distribution(usual), Shapes.DISTRIBUTION);
    }

    private Order action(Cursor yaml) {
        return yaml.or(
                null,
                each -> each.record(
                        "operation",
                        fields -> fields.exactlyOne("operation", new OrderParser(topology).alternatives())));
    }

    private AlarmSpec usual(List<String> dimensions) {
        return alarm(
                Math.max(1, settings.nanos("monitoring.period")),
                new int[] {(int) settings.number("monitoring.breaching"), (int) settings.number("monitoring.periods")},
                settings.text("monitoring.missing"),
                "average",
                dimensions);
    }

    private AlarmSpec alarm(Cursor fields, List<String> dimensions) {
        AlarmSpec usual = usual(dimensions);
        return alarm(
                fields.optional("period", "over which datapoints are taken together")
                        .or(usual.periodNanos(), Shape.TIME_SPAN),
                fields.optional("breaching", "M of N periods").or(new int[] {usual.breaching(), usual.of()}, M_OF_N),
                fields.optional("missing", "what a period without data counts as")
                        .or(word(usual.missing()), Shape.word(words(AlarmSpec.Missing.values()))),
                fields.optional("statistic", "how datapoints become a period's value; below 0.5 is breaching")
                        .or(word(usual.statistic()), Shape.word(words(AlarmSpec.Statistic.values()))),
                fields.optional("dimensions", "of the metric it looks at; the metric's own if left out")
                        .or(dimensions, MonitorParser::dimensions));
    }

    private AlarmSpec alarm(long period, int[] periods, String missing, String statistic, List<String> dimensions) {
        return new AlarmSpec(
                period,
                Math.max(1, Math.min(periods[0], periods[1])),
                Math.max(1, periods[1]),
                AlarmSpec.Missing.valueOf(constant(missing)),
                AlarmSpec.Statistic.valueOf(constant(statistic)),
                dimensions,
                Math.max(1, settings.nanos("monitoring.evaluation-every")),
                settings.nanos("monitoring.metric-delay"));
    }

    private static List<String> dimensions(Cursor yaml) {
        return yaml.list(each -> each.value(Shape.NAME));
    }

    private static Optional<int[]> periods(String text) {
        Matcher matcher = SHARE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int[] periods = {Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))};
        return periods[0] <= periods[1] ? Optional.of(periods) : Optional.empty();
    }

    private static <E extends Enum<E>> List<String> words(E[] values) {
        List<String> words = new ArrayList<>();
        for (E each : values) {
            words.add(word(each));
        }
        return words;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private String region(Cursor yaml) {
        return yaml.value(Shape.known(topology.regionNames()));
    }
}
